//! The model's side of the door: recorded answers of real servers' shapes, and reading what models make of a schema.

mod recorded;
mod reword;
