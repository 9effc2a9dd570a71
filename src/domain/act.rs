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
        /// A table was brought in.
        Import = "import",
        /// Two records turned out to be one.
        Unite = "unite",
        /// Two records that look alike are not the same.
        Apart = "apart",
        /// Somebody went to work elsewhere.
        Move = "move",
        /// A municipality became part of another one.
        Merge = "merge",
        /// A season was begun from the last one.
        NextSeason = "next-season",
        /// Coachings of a season were planned.
        Plan = "plan",
        /// Follow-up actions were agreed from a template.
        Chain = "chain",
        /// Somebody's work was handed over to somebody else.
        Handover = "handover",
        /// Something was taken back.
        Undo = "undo",
        /// Something taken back was done again.
        Redo = "redo",
    }
}
