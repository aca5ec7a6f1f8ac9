//! Give a parked job its tries back.

use news::JobId;

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, visit::Visit};

/// Retries one.
pub fn retry(desk: &Desk, visit: &Visit) -> Answer {
    let id: JobId = visit.field("job").parse().map_err(|_| Failure::NotFound)?;
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    desk.store.write(move |c| {
        store::job::unpark(c, id, now)?;
        super::log(c, &who, "retry", ("job", id.0), "from the jobs' screen", now)
    })?;
    Ok(Reply::see("/desk/jobs?done=done"))
}
