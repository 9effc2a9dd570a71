//! What a person did to the book, as undo and the history name it.

use super::choice::choice;

choice! {
    /// Kinds of change.
    Act, "act" {
        /// Records were added.
        Add = "add",
        /// Records were changed.
        Edit = "edit",
        /// Records were removed.
        Delete = "delete",
        /// A note was written.
        Note = "note",
        /// A conflict was settled.
        Settle = "settle",
        /// Something was taken back.
        Undo = "undo",
        /// Something taken back was done again.
        Redo = "redo",
    }
}
