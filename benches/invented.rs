//! Owns what invented records are made of: common names, titles, and dice that fall alike on every machine.
//! Never makes a record.

#![expect(clippy::expect_used, reason = "a bench that cannot make its rows has nothing to measure")]

/// Common given names in Finland.
pub(crate) const GIVEN: &[&str] = &[
    "Aino",
    "Anna",
    "Anneli",
    "Anni",
    "Antti",
    "Ari",
    "Eeva",
    "Elina",
    "Emilia",
    "Erkki",
    "Eero",
    "Hannu",
    "Heikki",
    "Helena",
    "Heli",
    "Ilkka",
    "Inkeri",
    "Jaakko",
    "Jari",
    "Johanna",
    "Juha",
    "Juhani",
    "Jukka",
    "Kaarina",
    "Kaisa",
    "Kalle",
    "Kari",
    "Katri",
    "Kirsi",
    "Kristiina",
    "Laura",
    "Leena",
    "Liisa",
    "Maria",
    "Marja",
    "Markku",
    "Marko",
    "Matti",
    "Mika",
    "Mikko",
    "Minna",
    "Niina",
    "Olli",
    "Outi",
    "Päivi",
    "Pekka",
    "Pentti",
    "Petri",
    "Pirjo",
    "Raija",
    "Riikka",
    "Riitta",
    "Sakari",
    "Sami",
    "Sanna",
    "Satu",
    "Seppo",
    "Tapani",
    "Tarja",
    "Teemu",
    "Timo",
    "Tuomas",
    "Tuula",
    "Ulla",
    "Veikko",
    "Ville",
    "Yrjö",
    "Åsa",
    "Östen",
    "Göran",
    "Ulf",
    "Kerstin",
    "Gun-Britt",
];

/// Common family names in Finland, Finnish and Swedish.
pub(crate) const FAMILY: &[&str] = &[
    "Aalto",
    "Ahonen",
    "Anttila",
    "Hakala",
    "Halonen",
    "Heikkilä",
    "Heikkinen",
    "Heinonen",
    "Hiltunen",
    "Hirvonen",
    "Hyvönen",
    "Hämäläinen",
    "Järvinen",
    "Kallio",
    "Karjalainen",
    "Kinnunen",
    "Koivisto",
    "Koskinen",
    "Kärkkäinen",
    "Laakso",
    "Lahtinen",
    "Laine",
    "Laitinen",
    "Lehtinen",
    "Lehtonen",
    "Leppänen",
    "Lindström",
    "Mattila",
    "Mäkelä",
    "Mäkinen",
    "Manninen",
    "Miettinen",
    "Mikkola",
    "Mustonen",
    "Nieminen",
    "Niemi",
    "Nurmi",
    "Ojala",
    "Peltonen",
    "Pitkänen",
    "Rantanen",
    "Räsänen",
    "Saarinen",
    "Salminen",
    "Salo",
    "Salonen",
    "Savolainen",
    "Seppälä",
    "Tammi",
    "Tamminen",
    "Toivonen",
    "Tuominen",
    "Turunen",
    "Vainio",
    "Virtanen",
    "Vuorinen",
    "Väisänen",
    "Ylönen",
    "Åberg",
    "Öhman",
    "Sjöberg",
    "Nyström",
    "Holmström",
    "Grönlund",
];

/// Titles of municipal employees.
pub(crate) const TITLES: &[&str] = &[
    "tutor",
    "digituen koordinaattori",
    "palvelupäällikkö",
    "kirjastonjohtaja",
    "asiakaspalvelija",
    "hallintojohtaja",
    "viestintäpäällikkö",
    "sivistysjohtaja",
    "tietohallintopäällikkö",
    "vapaa-aikasihteeri",
    "kirjastovirkailija",
    "kehittämispäällikkö",
    "neuvontapalvelut",
    "rehtori",
    "nuorisotyöntekijä",
    "hyvinvointikoordinaattori",
    "projektityöntekijä",
    "kunnanjohtaja",
    "digiopastaja",
    "erikoissuunnittelija",
];

/// Splitmix64: the same numbers on every machine.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// The next number, of all 64-bit ones.
    pub(crate) fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.throw() % end.max(1)
    }

    /// One of these, which must not be none.
    pub(crate) fn choose<T: Clone>(&mut self, from: &[T]) -> T {
        let at = usize::try_from(self.below(from.len() as u64)).unwrap_or_default();
        from.get(at).cloned().expect("there is something to choose from")
    }
}
