//! `[store]`: where everything is kept.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{Wrong, masked};

/// The variable that stands for `store.database`, so that an address with a password need not be in a file.
const DATABASE: &str = "DATELINE_DATABASE";

/// Where everything is kept.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Store {
    /// Empty: SQLite files in the newsroom's folder. Else a PostgreSQL database.
    pub database: Spanned<Database>,
}

impl Default for Store {
    fn default() -> Self {
        Self { database: Spanned::new(0..0, Database::default()) }
    }
}

/// A database's address, which may hold a password: it is never shown as it is.
#[derive(Clone, Default, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Database(String);

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", masked(&self.0))
    }
}

impl Database {
    /// The address as it was written, when there is one.
    pub fn url(&self) -> Option<&str> {
        Some(self.0.as_str()).filter(|url| !url.is_empty())
    }

    /// What is wrong with it.
    pub fn fault(&self) -> Option<String> {
        store::Store::address(self.url()?).err().map(|refused| refused.to_string())
    }
}

impl Store {
    /// The database in force: the environment's before the file's; `None` means the newsroom's folder.
    pub fn database(&self) -> Result<Option<String>, Wrong> {
        let set = std::env::var(DATABASE).ok().filter(|url| !url.is_empty()).map(Database);
        if let Some(fault) = set.as_ref().and_then(Database::fault) {
            return Err(Wrong(format!("{DATABASE}: {fault}")));
        }
        Ok(set.as_ref().unwrap_or(self.database.get_ref()).url().map(str::to_owned))
    }
}
