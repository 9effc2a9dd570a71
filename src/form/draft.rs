//! What a draft keeps of a form and of the forms above it, and how they are put back.
//!
//! Owns the draft's own JSON. The disk is `store`'s; which layers there are is told by the layers themselves.

use ecow::EcoString;
use jiff::civil::DateTime;
use serde_json::{Map, Value as Json, json};

use super::Form;
use super::field::{FormField, Typed};
use crate::domain::{Act, Choice as _, Column, FieldKind, Id, Kind, Link, Record, Row, Value};
use crate::exchange::json::{read_any, read_value, write, write_value};
use crate::text::Tongue;

/// The version of the draft's form.
const FORMAT: u64 = 1;

/// What stands for the id of a record that has none yet.
const UNNAMED: &str = "new";

/// One layer of an unfinished form: what it is for, and what was typed into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Layered {
    /// What it is for.
    pub frame: Frame,
    /// The fields, in their order.
    pub fields: Vec<Kept>,
    /// Which field, or which row, had the cursor.
    pub focus: usize,
}

/// What a layer of a form is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Frame {
    /// A record, as a whole or in some of its fields.
    Record {
        /// What the change is called.
        act: Act,
        /// The record as it was when the form was opened, without an id where it is a new one.
        base: Box<Record>,
        /// The keys of the fields shown, in this order; all where there are none.
        only: Vec<EcoString>,
    },
    /// What somebody answers to a questionnaire.
    Answers {
        /// The feedback as it was when the form was opened, without an id where it is a new one.
        base: Box<Record>,
    },
    /// One field for many records.
    Many {
        /// The field's key.
        key: EcoString,
        /// The records.
        links: Vec<Link>,
    },
    /// The rows of a field of the form below.
    Rows {
        /// The field's key.
        key: EcoString,
        /// The rows.
        rows: Vec<Row>,
    },
    /// One row of a field of the form below, or of the rows below.
    Row {
        /// The field's key.
        key: EcoString,
        /// Its number; nothing for a new one.
        number: Option<usize>,
        /// The row as it was when the form was opened.
        row: Row,
    },
}

/// What was typed into one field.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The field's key.
    pub key: EcoString,
    /// The language, of a text in several.
    pub tongue: Option<Tongue>,
    /// What was typed and chosen.
    pub typed: Typed,
    /// Where the cursor stood, in bytes.
    pub cursor: usize,
}

/// A form that was begun and not finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    /// The draft's name.
    pub name: String,
    /// When it was last written.
    pub written: Option<DateTime>,
    /// Another running program has it open.
    pub held: bool,
    /// How many letters were typed.
    pub letters: usize,
    /// The form, and what stood above it.
    pub layers: Vec<Layered>,
}

impl Unfinished {
    /// The record it is about, if it is there already.
    pub fn link(&self) -> Option<Link> {
        match &self.layers.first()?.frame {
            Frame::Record { base, .. } | Frame::Answers { base } => {
                let link = base.as_ref().as_ref().link();
                (!link.id.is_empty()).then_some(link)
            }
            _ => None,
        }
    }

    /// The kind of record it makes or changes.
    pub fn kind(&self) -> Option<Kind> {
        match &self.layers.first()?.frame {
            Frame::Record { base, .. } | Frame::Answers { base } => Some(base.as_ref().as_ref().kind()),
            Frame::Many { links, .. } => links.first().map(|link| link.kind),
            Frame::Rows { .. } | Frame::Row { .. } => None,
        }
    }
}

impl Form {
    /// What was typed into the fields.
    pub fn kept(&self) -> Vec<Kept> {
        let kept = |field: &FormField| Kept {
            key: field.column.key.into(),
            tongue: field.tongue,
            typed: field.typed(),
            cursor: field.cursor(),
        };
        self.fields.iter().map(kept).collect()
    }

    /// Puts back what was typed and where the cursor was.
    pub fn restore(&mut self, layered: &Layered) {
        for kept in &layered.fields {
            let same = |field: &&mut FormField| field.column.key == kept.key && field.tongue == kept.tongue;
            if let Some(field) = self.fields.iter_mut().find(same) {
                field.restore(&kept.typed, kept.cursor);
            }
        }
        self.focus = layered.focus.min(self.fields.len().saturating_sub(1));
    }
}

/// The draft of these layers as text.
pub fn write_draft(book: &str, written: DateTime, letters: usize, layers: &[Layered]) -> String {
    let layers: Vec<Json> =
        with_columns(layers).into_iter().map(|(layered, columns)| layer(layered, &columns)).collect();
    json!({ "format": FORMAT, "book": book, "written": written.to_string(), "letters": letters, "layers": layers })
        .to_string()
}

/// Reads a draft of this book; nothing where it is of another book, or no draft.
pub fn read_draft(book: &str, name: &str, text: &str, held: bool) -> Option<Unfinished> {
    let json: Json = serde_json::from_str(text).ok()?;
    let of_this = json.get("format")?.as_u64()? == FORMAT && json.get("book")?.as_str()? == book;
    let written = json.get("written").and_then(Json::as_str).and_then(|text| text.parse().ok());
    let letters = json.get("letters").and_then(Json::as_u64).and_then(|count| usize::try_from(count).ok());
    let mut layers: Vec<Layered> = Vec::new();
    for layer in json.get("layers")?.as_array()? {
        layers.push(read_layer(layer, &layers)?);
    }
    let unfinished = || Unfinished { name: name.to_owned(), written, held, letters: letters.unwrap_or(0), layers };
    of_this.then(unfinished).filter(|unfinished| !unfinished.layers.is_empty())
}

/// The layers with the columns of their fields, which for rows follow from the layers below.
pub fn with_columns(layers: &[Layered]) -> Vec<(&Layered, Vec<&'static Column>)> {
    let mut walked: Vec<(&Layered, Vec<&'static Column>)> = Vec::new();
    for layered in layers {
        let below = walked.last().map(|(_, columns)| columns.clone()).unwrap_or_default();
        walked.push((layered, columns_of(&layered.frame, &below)));
    }
    walked
}

fn columns_of(frame: &Frame, below: &[&'static Column]) -> Vec<&'static Column> {
    match frame {
        Frame::Record { base, .. } => super::columns_of(base.as_ref().as_ref().kind()).collect(),
        Frame::Answers { base } => super::columns_of(base.as_ref().as_ref().kind()).chain([&super::TUTOR]).collect(),
        Frame::Many { links, .. } => links.first().map(|link| link.kind.columns().collect()).unwrap_or_default(),
        Frame::Rows { key, .. } => row_columns(key, below).unwrap_or_default(),
        // Above the list of rows the columns below are the row's own.
        Frame::Row { key, .. } => row_columns(key, below).unwrap_or_else(|| below.to_vec()),
    }
}

fn row_columns(key: &str, below: &[&'static Column]) -> Option<Vec<&'static Column>> {
    let column = below.iter().find(|column| column.key == key)?;
    Some(column.kind.row_columns().collect())
}

fn layer(layered: &Layered, columns: &[&'static Column]) -> Json {
    let mut map = match &layered.frame {
        Frame::Record { act, base, only } => {
            let only: Vec<&str> = only.iter().map(EcoString::as_str).collect();
            let own = object(json!({ "form": "record", "act": act.key(), "only": only }));
            own.into_iter().chain(base_json(base)).collect()
        }
        Frame::Answers { base } => object(json!({ "form": "answers" })).into_iter().chain(base_json(base)).collect(),
        Frame::Many { key, links } => {
            let links: Vec<String> = links.iter().map(ToString::to_string).collect();
            object(json!({ "form": "many", "key": key.as_str(), "links": links }))
        }
        Frame::Rows { key, rows } => {
            object(json!({ "form": "rows", "key": key.as_str(), "rows": rows_json(columns, rows) }))
        }
        Frame::Row { key, number, row } => {
            let row = rows_json(columns, std::slice::from_ref(row));
            object(json!({ "form": "row", "key": key.as_str(), "number": number, "row": row }))
        }
    };
    let fields: Vec<Json> = layered.fields.iter().map(|kept| field(kept, columns)).collect();
    map.insert("fields".into(), Json::Array(fields));
    map.insert("focus".into(), json!(layered.focus));
    Json::Object(map)
}

/// The record a form was opened for.
fn base_json(base: &Record) -> Map<String, Json> {
    let new = base.as_ref().id().is_empty();
    // A record that is read has an id.
    let mut named = base.clone();
    if new {
        named.give_id(Id::parse(UNNAMED).unwrap_or_default());
    }
    object(json!({ "kind": base.as_ref().kind().key(), "new": new, "base": raw(&write(named.as_ref())) }))
}

fn read_base(json: &Json) -> Option<Box<Record>> {
    let kind = Kind::from_key(json.get("kind")?.as_str()?)?;
    let mut base = Box::new(read_any(kind, json.get("base")?.as_str()?.as_bytes()).ok()?);
    if json.get("new")?.as_bool()? {
        base.give_id(Id::default());
    }
    Some(base)
}

fn object(json: Json) -> Map<String, Json> {
    if let Json::Object(map) = json { map } else { Map::new() }
}

/// JSON text kept as text: as a tree large numbers in it would lose digits.
fn raw(text: &str) -> Json {
    Json::String(text.to_owned())
}

fn rows_json(columns: &[&'static Column], rows: &[Row]) -> Json {
    let row = |row: &Row| {
        let cells: Vec<Json> =
            columns.iter().zip(&row.cells).map(|(column, value)| raw(&write_value(&column.kind, value))).collect();
        let unknown: Vec<Json> =
            row.kept.unknown.iter().map(|(key, json)| json!([key.as_str(), json.as_str()])).collect();
        json!({ "id": row.id.as_str(), "cells": cells, "unknown": unknown })
    };
    Json::Array(rows.iter().map(row).collect())
}

fn read_rows(columns: &[&'static Column], json: &Json) -> Option<Vec<Row>> {
    let row = |json: &Json| {
        let mut row = Row::empty(Id::parse(json.get("id")?.as_str()?).unwrap_or_default(), columns.len());
        let cells = json.get("cells")?.as_array()?;
        for ((column, cell), held) in columns.iter().zip(cells).zip(&mut row.cells) {
            *held = read_value(&column.kind, cell.as_str()?).ok()?;
        }
        for pair in json.get("unknown")?.as_array()? {
            let (key, json) = (pair.get(0)?.as_str()?, pair.get(1)?.as_str()?);
            row.kept.unknown.push((key.into(), json.into()));
        }
        Some(row)
    };
    json.as_array()?.iter().map(row).collect()
}

fn field(kept: &Kept, columns: &[&'static Column]) -> Json {
    let column = columns.iter().find(|column| column.key == kept.key.as_str());
    let typed = match (&kept.typed, column) {
        (Typed::Text(text), _) => json!({ "text": text }),
        (Typed::Picked { chosen, text }, Some(column)) => {
            let one = one_of(&column.kind);
            let chosen: Vec<Json> = chosen.iter().map(|value| raw(&write_value(one, value))).collect();
            json!({ "text": text, "chosen": chosen })
        }
        (Typed::Picked { text, .. }, None) => json!({ "text": text, "chosen": [] }),
        (Typed::Rows(rows), column) => {
            let columns: Vec<_> = column.map(|column| column.kind.row_columns().collect()).unwrap_or_default();
            json!({ "rows": rows_json(&columns, rows) })
        }
    };
    let mut map = object(typed);
    map.insert("key".into(), json!(kept.key.as_str()));
    if let Some(tongue) = kept.tongue {
        map.insert("tongue".into(), json!(tongue.key()));
    }
    map.insert("cursor".into(), json!(kept.cursor));
    Json::Object(map)
}

fn one_of(kind: &'static FieldKind) -> &'static FieldKind {
    if let FieldKind::Many(one) = kind { one } else { kind }
}

fn read_layer(json: &Json, below: &[Layered]) -> Option<Layered> {
    let text = |key: &str| json.get(key).and_then(Json::as_str);
    let below = with_columns(below).pop().map(|(_, columns)| columns).unwrap_or_default();
    let frame = match text("form")? {
        "record" => {
            let base = read_base(json)?;
            let only = json.get("only")?.as_array()?.iter().filter_map(Json::as_str).map(EcoString::from).collect();
            Frame::Record { act: Act::from_key(text("act")?)?, base, only }
        }
        "answers" => Frame::Answers { base: read_base(json)? },
        "many" => {
            let links = json.get("links")?.as_array()?.iter().filter_map(Json::as_str);
            Frame::Many { key: text("key")?.into(), links: links.filter_map(|link| Link::parse(link).ok()).collect() }
        }
        "rows" => {
            let key: EcoString = text("key")?.into();
            let column = below.iter().find(|column| column.key == key.as_str())?;
            let columns: Vec<_> = column.kind.row_columns().collect();
            Frame::Rows { key, rows: read_rows(&columns, json.get("rows")?)? }
        }
        _ => {
            let number = json.get("number").and_then(Json::as_u64).and_then(|number| usize::try_from(number).ok());
            let key: EcoString = text("key")?.into();
            let columns = row_columns(&key, &below).unwrap_or(below.clone());
            Frame::Row { key, number, row: read_rows(&columns, json.get("row")?)?.pop()? }
        }
    };
    let columns = columns_of(&frame, &below);
    let fields = json.get("fields")?.as_array()?.iter().filter_map(|field| read_field(field, &columns)).collect();
    let focus = json.get("focus").and_then(Json::as_u64).and_then(|focus| usize::try_from(focus).ok()).unwrap_or(0);
    Some(Layered { frame, fields, focus })
}

fn read_field(json: &Json, columns: &[&'static Column]) -> Option<Kept> {
    let key = json.get("key")?.as_str()?;
    let column = columns.iter().find(|column| column.key == key);
    let text = json.get("text").and_then(Json::as_str).unwrap_or_default().to_owned();
    let typed = if let Some(rows) = json.get("rows") {
        let columns: Vec<_> = column?.kind.row_columns().collect();
        Typed::Rows(read_rows(&columns, rows)?)
    } else if let Some(chosen) = json.get("chosen") {
        let column = column?;
        let value = |json: &Json| read_value(one_of(&column.kind), json.as_str()?).ok();
        Typed::Picked { chosen: chosen.as_array()?.iter().filter_map(value).collect::<Vec<Value>>(), text }
    } else {
        Typed::Text(text)
    };
    let tongue = json.get("tongue").and_then(Json::as_str).and_then(Tongue::from_key);
    let cursor = json.get("cursor").and_then(Json::as_u64).and_then(|cursor| usize::try_from(cursor).ok()).unwrap_or(0);
    Some(Kept { key: key.into(), tongue, typed, cursor })
}
