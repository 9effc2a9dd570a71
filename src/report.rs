//! What is printed and handed on: the season's report, handovers, the papers of a session.
//!
//! Owns which figures and words go into which document, in the reader's language. Never computes a figure of its own
//! (those are [`crate::planning`]'s) and never decides how a document looks (that is [`crate::exchange`]'s).
