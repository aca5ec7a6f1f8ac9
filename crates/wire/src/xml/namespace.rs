//! Which vocabulary an element is of: by the address of its namespace, else by what its prefix nearly always means.

/// The vocabularies that feeds mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ns {
    /// None, or one of the many addresses of RSS.
    Core,
    Atom,
    Dc,
    Terms,
    Content,
    Media,
    Itunes,
    Rdf,
    Xhtml,
    /// Anything else.
    Other,
}

/// The vocabulary of a namespace's address.
pub(super) fn namespace_of(uri: &str) -> Ns {
    let uri = uri.trim().to_ascii_lowercase();
    let has = |part: &str| uri.contains(part);
    match () {
        () if has("w3.org/2005/atom") || has("purl.org/atom") || has("example.com/necho") => Ns::Atom,
        () if has("purl.org/dc/elements") => Ns::Dc,
        () if has("purl.org/dc/terms") => Ns::Terms,
        () if has("purl.org/rss/1.0/modules/content") => Ns::Content,
        () if has("search.yahoo.com/mrss") || has("tools.search.yahoo.com/mrss") => Ns::Media,
        () if has("itunes.com/dtds") || has("example.com/dtds/podcast") => Ns::Itunes,
        () if has("22-rdf-syntax-ns") => Ns::Rdf,
        () if has("w3.org/1999/xhtml") => Ns::Xhtml,
        () if has("purl.org/rss/1.0/modules") => Ns::Other,
        () if uri.is_empty()
            || has("purl.org/rss")
            || has("purl.org/net/rss")
            || has("my.netscape.com")
            || has("netscape.com/rdf")
            || has("userland.com")
            || has("backend.userland")
            || has("channel.netscape")
            || has("cyber.law.harvard.edu/rss")
            || has("rssboard.org") =>
        {
            Ns::Core
        }
        () => Ns::Other,
    }
}

/// What a prefix nearly always means, for documents that forget to declare it.
pub(super) fn usual_prefix(prefix: &str) -> Ns {
    match prefix.to_ascii_lowercase().as_str() {
        "" => Ns::Core,
        "atom" | "atom10" | "a10" => Ns::Atom,
        "dc" => Ns::Dc,
        "dcterms" => Ns::Terms,
        "content" => Ns::Content,
        "media" => Ns::Media,
        "itunes" => Ns::Itunes,
        "rdf" => Ns::Rdf,
        "xhtml" | "html" => Ns::Xhtml,
        _ => Ns::Other,
    }
}
