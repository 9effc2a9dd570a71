//! `answers WHAT`: what people answered about a session, coaching, municipality, person, theme or season: how many
//! forms came, question by question both voices, and what was said in words.

use serde_json::{Value, json};

use super::output::Output;
use super::planning::season;
use super::show::shown_one_of;
use super::{Code, Desk};
use crate::cards::opinions::{Bars, about, answers_card, forms_of, link};
use crate::domain::{Choice as _, Id, Kind};
use crate::planning::answerers::counted_about;
use crate::planning::opinions::{About, Opinion, Said, Spread, is_few, opinions, said};
use crate::planning::questionnaires::options;

/// What answers can be about.
const KINDS: [Kind; 6] = [Kind::Session, Kind::Coaching, Kind::Municipality, Kind::Person, Kind::Theme, Kind::Season];

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answering {
    /// What it is about, by its id or in words.
    pub(super) words: String,
    /// The season, by its key or name; all where nothing is said.
    pub(super) season: Option<String>,
}

pub(super) fn answers(desk: &Desk<'_>, asked: &Answering, output: &mut Output) -> Code {
    let found = shown_one_of(desk, &KINDS, &asked.words, output);
    let record = match found {
        Ok(record) => record,
        Err(code) => return code,
    };
    let of_season = asked.season.as_deref().map(|words| season(desk, Some(words), output)).transpose();
    let of_season = match of_season {
        Ok(season) => season.map(|season| &season.id),
        Err(code) => return code,
    };
    let Some(about) = about(&record.link()) else { return Code::Usage };
    let showing = desk.showing();
    if desk.json {
        output.json("answers", "answers", &as_json(desk, &about, of_season));
    } else {
        output.line(&answers_card(showing, &about, of_season, Bars::Told, ("", usize::MAX)).0.plain());
    }
    if forms_of(showing, &about, of_season).is_empty() { Code::Nothing } else { Code::Ok }
}

fn as_json(desk: &Desk<'_>, about: &About, season: Option<&Id>) -> Value {
    let showing = desk.showing();
    let forms = forms_of(showing, about, season);
    let counted = counted_about(showing.book, about, season);
    let tongue = desk.texts.tongue();
    let question = |opinion: &Opinion| {
        let of = |spread: &Option<Spread>| spread.as_ref().map(|spread| spread_json(opinion, spread));
        json!({
            "question": opinion.key.as_str(),
            "text": opinion.text.in_tongue(tongue).as_str(),
            "answering": opinion.answering.key(),
            "receiving": of(&opinion.receiving),
            "tutor": of(&opinion.tutor),
            "differs": opinion.differs,
        })
    };
    let words = |said: &Said<'_>| {
        json!({
            "feedback": said.form.id.as_str(),
            "question": said.question.as_str(),
            "words": said.words,
            "municipality": said.form.municipality.as_ref().map(Id::as_str),
            "given_on": said.form.given_on.map(|day| day.to_string()),
            "voice": said.form.voice.map(crate::domain::Voice::key),
            "may_be_quoted": said.may_be_quoted,
        })
    };
    json!({
        "about": link(about).to_string(),
        "name": showing.link(&link(about)).as_str(),
        "season": season.map(Id::as_str),
        "forms": forms.len(),
        "returned": { "given": counted.given, "expected": counted.expected },
        "questions": opinions(showing.book, &forms).iter().map(question).collect::<Vec<_>>(),
        "words": said(showing.book, &forms).iter().map(words).collect::<Vec<_>>(),
    })
}

/// How one voice answered; of few no more than how many.
fn spread_json(opinion: &Opinion, spread: &Spread) -> Value {
    let few = is_few(opinion.answering, spread.n);
    let has_mean = !few || opinion.answering == crate::domain::Answering::Agreement;
    let counts = options(opinion.answering).iter().zip(&spread.counts);
    let counts: serde_json::Map<String, Value> = counts.map(|(key, n)| ((*key).to_owned(), json!(n))).collect();
    json!({
        "n": spread.n,
        "cannot_say": spread.cannot_say,
        "off_the_scale": spread.outside,
        "counts": if few { Value::Null } else { Value::Object(counts) },
        "mean_hundredths": spread.mean_hundredths.filter(|_| has_mean),
        "median_halves": spread.median_halves.filter(|_| has_mean),
        "recommendation": spread.recommendation(),
    })
}
