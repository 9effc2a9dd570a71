//! The field's records: what kinds there are, what each holds, and the one table of fields a kind has.
//!
//! Owns the identifiers, the closed list of kinds and the shape of every record. It knows no key, colour,
//! path or file format: reading and writing JSON goes through the field tables and lives in `exchange`.
//!
//! A kind is a struct, its `table!` (one row a field) and its words in `data/locale`. Forms, detail panes,
//! list columns, search and the file format all read the table, so a new field is a struct line, a row
//! and a text.

mod act;
mod action;
mod beside;
mod book;
mod choice;
mod coaching;
mod feedback;
mod field;
mod id;
mod mint;
mod municipality;
mod note;
mod organisation;
mod person;
mod practice;
mod rare;
mod record;
mod season;
mod session;
mod theme;
mod value;

pub use act::Act;
pub use action::{Action, ActionStatus};
pub use beside::{Beside, Conflict, Kept};
pub use book::{
    Answering, Apart, BookInfo, ClashLevel, ClashRule, Level, Question, Questionnaire, Retention, Template,
    TemplateKind, TemplateTask, Travel,
};
pub use choice::Choice;
pub use coaching::{Channel, Coaching, CoachingStatus};
pub use feedback::{Answer, Feedback, Voice};
pub use field::{Column, Field, FieldKind, Held, IN_ALL, IN_BOTH, Look, Piece, Table, columns, from_row};
pub use id::{Id, Kind, Link};
pub use mint::Mint;
pub use municipality::{Form, Municipality, MunicipalityKind, Support, UrbanClass, Way};
pub use note::Note;
pub use organisation::{Organisation, OrganisationKind};
pub use person::{Absence, Affiliation, ContactKind, FurtherContact, Person, Role, RoleInSeason};
pub use practice::{Practice, Uptake};
pub use rare::{Hollow, Rare};
pub use record::{Record, RecordRef};
pub use season::{Goal, OptOut, Publication, PublicationKind, ReportText, Round, Season};
pub use session::{
    Availability, Candidate, CandidateAnswer, ChecklistItem, Consent, Hours, Invited, ItemKind, Material, Mode, Part,
    Presence, ProgrammeItem, Session, SessionKind, SessionStatus, Speaker,
};
pub use theme::Theme;
pub use value::{Ids, Invalid, OtherTongues, Row, Value, Who, Words};
