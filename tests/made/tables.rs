//! The field tables, one by one: records by kind, and the tables of the rows inside them.

use kuntatutor::domain::{Column, FieldKind, columns};

/// Runs a macro's arm on the type of every kind of record.
macro_rules! each_kind {
    ($run:ident) => {
        $run!(Municipality);
        $run!(Organisation);
        $run!(Person);
        $run!(Theme);
        $run!(Season);
        $run!(Coaching);
        $run!(Session);
        $run!(Feedback);
        $run!(Action);
        $run!(Practice);
        $run!(Note);
        $run!(BookInfo);
    };
}

/// The columns of every table that a book holds: of the kinds, then of rows, and of rows inside rows.
pub(crate) fn all_tables() -> Vec<Vec<&'static Column>> {
    use kuntatutor::domain::{
        Action, BookInfo, Coaching, Feedback, Municipality, Note, Organisation, Person, Practice, Season, Session,
        Theme,
    };
    let mut tables: Vec<Vec<&'static Column>> = Vec::new();
    macro_rules! of_kind {
        ($type:ty) => {
            tables.push((0..).map_while(columns::<$type>).collect());
        };
    }
    each_kind!(of_kind);
    let mut next = 0;
    while let Some(table) = tables.get(next).cloned() {
        for column in table {
            let rows: Vec<_> = column.kind.row_columns().collect();
            if matches!(column.kind, FieldKind::Rows(_)) {
                assert!(!rows.is_empty(), "{} has no columns", column.key);
                tables.push(rows);
            }
        }
        next += 1;
    }
    tables
}
