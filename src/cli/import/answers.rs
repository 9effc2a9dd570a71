//! What `import` is told of a form: what it is about, which questionnaire it asks, on which scale.

use ecow::EcoString;

use super::Bring;
use crate::cli::output::Output;
use crate::cli::show::the_one_of;
use crate::cli::{Code, Desk};
use crate::domain::{Choice, Kind, Link, Voice};
use crate::exchange::table::Sheet;
use crate::find::fold::Folded;
use crate::import::answers::{Scale, Source, Trouble, told};
use crate::import::mapping::Mapping;
use crate::store::file::FILE_MOST;
use crate::text::{Safe, Texts, Tongue};

/// What the answers are about, where that is said.
pub(super) fn about(desk: &Desk<'_>, bring: &Bring, output: &mut Output) -> Result<Option<Link>, Code> {
    let found = |words: &String| Ok(the_one_of(desk, &[Kind::Session, Kind::Coaching], words, output)?.link());
    bring.about.as_ref().map(found).transpose()
}

/// The form is about what was said, asks the questionnaire that is named, on the scale that is named.
pub(super) fn settle(
    desk: &Desk<'_>,
    bring: &Bring,
    about: Option<Link>,
    source: &Source<'_>,
    mapping: &mut Mapping,
) -> Result<(), (Safe, Code)> {
    let usage = |sentence: Safe| (sentence, Code::Usage);
    if mapping.form.is_none() {
        let said = [&bring.about, &bring.questionnaire, &bring.voice, &bring.scale, &bring.form];
        return if said.iter().any(|said| said.is_some()) {
            Err(usage(desk.texts.say("answers-no-form")))
        } else {
            Ok(())
        };
    }
    if let Some(about) = about {
        mapping.be_about(source, &about);
    }
    if let Some(asked) = &bring.questionnaire {
        let key = questionnaire(desk, asked).map_err(usage)?;
        if mapping.form.as_ref().is_some_and(|form| form.questionnaire != key) {
            mapping.ask(source, &key);
        }
    }
    if let Some(form) = &mut mapping.form {
        if let Some(asked) = &bring.voice {
            let places = [("text", Safe::short_of_lines(asked).into())];
            form.voice = Some(voice(asked).ok_or_else(|| usage(desk.texts.tell("answers-which-voice", &places)))?);
        }
        if let Some(name) = &bring.form {
            form.name = name.trim().into();
            form.named = true;
        }
    }
    if let Some(text) = &bring.scale {
        let Some(scale) = Scale::named(text) else {
            let places = [("text", Safe::short_of_lines(text).into())];
            return Err((desk.texts.tell("answers-no-scale", &places), Code::Usage));
        };
        mapping.on_scale(scale);
    }
    Ok(())
}

/// The key of the questionnaire that is called so.
fn questionnaire(desk: &Desk<'_>, asked: &str) -> Result<EcoString, Safe> {
    let info = desk.loaded.book.info();
    let all = || info.into_iter().flat_map(|info| &info.questionnaires);
    let wanted = Folded::of(asked).text;
    let is = |text: &str| Folded::of(text).text == wanted;
    let found = all().find(|it| is(&it.key) || it.name.given().any(|name| is(name)));
    found.map(|it| it.key.clone()).ok_or_else(|| {
        let mut keys: Vec<Safe> = all().map(|it| Safe::short_of_lines(&it.key)).collect();
        keys.dedup();
        let names = Safe::join(keys, &Safe::own(", "));
        desk.texts
            .tell("answers-no-questionnaire", &[("name", Safe::short_of_lines(asked).into()), ("names", names.into())])
    })
}

/// Says how the form is understood, or why nothing of it can be taken in.
pub(super) fn understood(desk: &Desk<'_>, sheet: &Sheet, mapping: &Mapping, output: &Output) -> Result<(), Code> {
    if mapping.form.is_none() {
        return Ok(());
    }
    for sentence in told(mapping, desk.showing()) {
        output.say(&sentence);
    }
    let rows = mapping.rows(sheet).len();
    let book = &desk.loaded.book;
    let trouble =
        mapping.trouble(book, desk.showing().today, rows).or_else(|| mapping.too_much(sheet, book, FILE_MOST));
    match trouble {
        None => Ok(()),
        Some(trouble) => {
            output.say(&trouble.sentence(&desk.loaded.book, desk.texts));
            if trouble == Trouble::NoSubject {
                output.say(&desk.texts.say("answers-say-about"));
            }
            let is_unsaid = matches!(trouble, Trouble::NoSubject | Trouble::NoVoice);
            Err(if is_unsaid { Code::Usage } else { Code::Data })
        }
    }
}

/// The voice that is called so in any of the languages.
fn voice(asked: &str) -> Option<Voice> {
    let wanted = Folded::of(asked).text;
    let words = Tongue::ALL.map(|tongue| Texts::only(tongue, &["choice-voice-"]));
    let is = |voice: &Voice| {
        voice.key() == wanted
            || words.iter().any(|texts| Folded::of(texts.choice(Voice::SET, voice.key()).as_str()).text == wanted)
    };
    [Voice::Receiving, Voice::Tutor].into_iter().find(is)
}
