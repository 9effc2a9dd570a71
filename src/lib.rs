//! kuntatutor: an address book, planning desk and memory for municipal peer tutors, in the terminal.
//!
//! # How to read it
//!
//! *The book* holds all records in memory. *Tables* say what exists: fields, commands, tabs, texts. *One
//! `update`* turns one input into changed state and a list of effects, which are plain data. [`run`] is the
//! only room that touches terminal, clock and threads; [`store`] the only one that touches the disk.
//!
//! From right to left, each room building on those to its right, and on no other:
//!
//! `main → run → cli → app → screens → dialogs → layer → cards → effect → form → input → widgets → keys → command →
//! store → history → merge → import → report → exchange → planning → entry → find → book → settings → domain → text`
//!
//! * [`text`]: the texts of three languages, and [`text::Safe`], the one way from data to a screen, a pipe or a log.
//! * [`domain`]: the kinds of record and their field tables. Start with `domain/field.rs` and `domain/person.rs`.
//! * [`settings`]: what `config.toml` may say.
//! * [`book`]: all records by id, who refers to whom, `apply(Change)`; what a record is called, how a value is shown.
//! * [`find`]: typed words to ranked records.
//! * [`entry`]: typed text to values, values to text that can be edited, and what is wrong in words.
//! * [`planning`]: figures, gaps, clashes and likely duplicates, each defined once; who could go and when, the season
//!   proposed; what a move, a merger and a new season change.
//! * [`exchange`]: records to and from JSON and tables; documents as text, Markdown and HTML.
//! * [`report`]: documents put together from the book: the season's report, handovers, the papers of a session.
//! * [`import`]: foreign tables understood: which column holds what, which record a row is about.
//! * [`merge`]: versions of a record that two people changed, put together; what they leave open, settled; two
//!   records that are one, united.
//! * [`history`]: undo and redo of groups of changes.
//! * [`store`]: books read from disk and saved to it, drafts, the program's own small files, and
//!   files somebody asked for by name.
//! * [`command`], [`keys`], [`input`], [`effect`]: verbs, chords, text as it is edited, what goes out.
//! * [`form`]: the fields of a table as people fill them in, and the draft of what they typed.
//! * [`widgets`]: plain data onto the screen's buffer.
//! * [`cards`]: what is known of one record, put together once for pane, clipboard and command line.
//! * [`layer`]: what tabs and dialogs have in common; [`dialogs`] and [`screens`] are layers.
//! * [`app`]: the state and the one place where it changes.
//! * [`cli`], [`run`]: the two ways in.
//!
//! # What holds everywhere
//!
//! * No text that comes from data is drawn, printed or logged unless it is [`text::Safe`].
//! * State changes only in [`app::App::update`]; drawing changes nothing. Keys are routed by state, never by the
//!   last drawing, so a burst of keys costs one frame.
//! * Effects are data, never closures. There is no global state and no nested event loop.
//! * `Layer::can` is the one truth about a command: it greys the footer, hides palette rows and guards the key.
//! * A key that is stored has a row in its kind's field table. Reading, writing, showing, searching and
//!   back-references walk that table; the domain knows neither JSON nor screens.
//! * A layer wishes, [`app`] changes: every change is a labelled group that can be taken back, is merged into the book
//!   of that moment, and counts as saved only when the disk has it. What is typed is in a draft before it is drawn.
//! * One bad record never blocks the rest: it is named, and its file is left as it is.
//! * Nothing opens a network connection.
//!
//! Two guards in `tests/house.rs` keep the order of the rooms and the crates each may use.
//!
//! # Where it departs from the first drawing
//!
//! * A field row also has `look`, which shows its pieces without copying them: search and back-references of a
//!   hundred thousand records are built from it. Its column has a `label` of its own where a key's word means
//!   something else in another table.
//! * A room [`cards`] was put between `layer` and `effect`: the lookup, the panes, the clipboard and the command line
//!   show the same card.
//! * `app` names ratatui's areas and buffer, as it hands them to the layer on top.
//! * In the lookup `y` copies as soon as no name goes on with it; else it is typed.
//! * A coaching whose status says it was held (under way, done) counts as reached even where no dated session is
//!   known: of 2021 only the coachings were published. *Never reached* means in no season.
//! * Plan lists what belongs to the season at hand; who asks for a record of another one is shown every season.
//! * A room [`entry`] reads and prints what people write, for forms and the command line alike. [`merge`] and
//!   [`history`] stand left of `exchange`: values that wait to be settled are kept as JSON, in `domain/beside.rs`.
//! * Taking back a change that met somebody else's ends the conflict and leaves theirs standing (`merge/withdraw.rs`).
//! * The first change asks what the user's own book is to be before a form opens, so that what is typed is typed into
//!   the book it is for; the example is never changed.
//! * The rule under the tabs is the status line: book, season, place, and whether all is saved.
//! * In a form Enter always goes on, in long texts too; Alt-Enter begins a new line there. Rows open by typing.
//! * `Layer::type_key` and `type_text` answer with a `Reply`, as typing can open a row. A layer asks with a `Wish`;
//!   ids are given where it is granted.
//! * A scale is no kind of field: answers to statements are entered with the questionnaires (`dialogs/enter.rs`).
//! * Above two records that may be one Left, Right and Space take a side, where elsewhere they change tabs and mark: a
//!   scope of its own holds these keys.
//! * A table that goes to a pipe (`export KIND -`) is the file it would be; a terminal gets it as safe text.
//! * `y a` on a list means all that are listed where nothing is marked: one mail to a filtered list is what it is for.
//! * Workbooks are read on `quick-xml` and `zip`; why not by the usual crate says `exchange/table/workbook.rs`.
//! * What takes long on the screen is done in slices between keys (`Layer::go_on`), so that nothing is cloned for a
//!   thread; only files are read on one.
//! * Among the days of a month Left and Right are days; a scope of their own holds these keys and takes the rest over
//!   from screens.
//! * A tutor municipality that has named nobody has a field of its own beside `tutors` (`tutor_municipalities`), in
//!   coachings and sessions: choosing it is worth keeping before anybody has a name.
//! * Ways are told between subregions, by their names: between 308 municipalities nobody would keep them.
//! * A template holds its programme and what it reminds of as rows, so that they are edited like any others.
//! * What a screen proposes for the season is shown, and written only when it is accepted: `plan propose` on the command
//!   line writes with `--accept`.
//! * Above the tutors to choose from Space marks without moving on, so that Enter takes the row under the cursor with
//!   the marked ones. What stands against somebody is said before what speaks for them: it is never cut off.
//! * `F8` asks when, where letters are typed: in a form, and in the poll, where it adds days.
//! * `report` stands right of `import`, not of `exchange` alone: a document is plain data of `exchange`, written by `report`
//!   in any language, whatever the screen's is.
//! * Two kinds of answer go to a form's own fields: the wish to be contacted and the closing comment with its leave to
//!   quote. Hours go to the session's rows.
//! * Changing the questions of a questionnaire that was answered makes its next version; the answered one stays.
//! * `n` on a session that was held takes feedback, in Plan too; elsewhere in Plan it makes what the view lists.
//! * The menu of `+` has letters. Letters a terminal sends together are one text, so a layer tells which letters pick
//!   something by themselves (`Layer::picks`).
//! * The form of an action asks what, where, who and when; the rest is known from what it answers.
//! * Unfinished forms are no part of the book and stay where they were typed when work is handed over.
//! * Letters of a scattered match begin at a word's start and stay within three words.

pub mod app;
pub mod book;
pub mod cards;
pub mod cli;
pub mod command;
pub mod dialogs;
pub mod domain;
pub mod effect;
pub mod entry;
pub mod exchange;
pub mod find;
pub mod form;
pub mod history;
pub mod import;
pub mod input;
pub mod keys;
pub mod layer;
pub mod merge;
pub mod planning;
pub mod report;
pub mod run;
pub mod screens;
pub mod settings;
pub mod store;
pub mod text;
pub mod widgets;
