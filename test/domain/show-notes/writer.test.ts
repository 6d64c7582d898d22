import { linkWarnings, unlinkedTold } from '../../../lambdas/domain/show-notes/links';
import { asUsuallySaid } from '../../../lambdas/domain/show-notes/mentions/usual-form';
import { countWords } from '../../../lambdas/domain/text/words';
import { longTalk } from '../../support/conversations/long-talk';
import { readClosely, spoken, written } from '../../support/conversations/spoken';
import { BAKERY, CHINESE, FRENCH, GERMAN, INTERVIEW, JAPANESE, PANEL, SPANISH } from '../../support/scripts';

const interview = () => written(spoken(INTERVIEW)).showNotes;

test('names host and guest in full, and says how the guest is introduced', () => {
  expect(interview().people).toMatchObject([
    { name: 'Nora Whitlock', role: 'host', labels: ['NORA'] },
    { name: 'Ines Kovar', role: 'guest', labels: ['INES'] },
  ]);
  expect(interview().people[1]?.introduction?.text).toMatch(/^an oceanographer at the Aldermouth Tide Office/u);
});

test('a panel of hosts has no guest', () => {
  expect(written(spoken(PANEL)).showNotes.people.map(({ name, role }) => [name, role])).toEqual([
    ['Mara', 'host'],
    ['Jonas', 'host'],
  ]);
});

test("takes the host's own introduction as the summary", () => {
  expect(interview().summary.text).toContain('This week, I talk to Ines Kovar, an oceanographer');
});

test('lists the links of the transcript and leaves placeholders out', () => {
  expect(interview().links).toMatchObject([
    { text: 'harbour-lights.example', url: 'https://harbour-lights.example' },
    { text: 'nora@harbour-lights.example', url: 'mailto:nora@harbour-lights.example' },
  ]);
  expect(interview().warnings).toContainEqual({ line: expect.any(Number), message: expect.stringContaining('nora@') });
});

test('tells of e-mail addresses that are said, and of sites that are no links because no scheme was said', () => {
  const script = `Mara: Write to mara@lamps.example or see www.lamps.example.\nLena: Or see lens.example, and www.lamps.example.`;
  const { links, warnings, told } = written(spoken(script)).showNotes;
  expect(links).toEqual([]);
  expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('mara@lamps.example')]);
  expect(told).toContain('Said without https://, and so no links: “www.lamps.example”, “lens.example”.');
  const toldBeside = (url: string) => unlinkedTold(spoken(script), [{ text: 'lens', url, turn: 2 }]).join();
  expect(toldBeside('https://lens.example/')).toBe('Said without https://, and so no links: “www.lamps.example”.');
  expect(toldBeside('https://www.lens.example/new')).not.toContain('“lens.example”');
  expect(toldBeside('https://other-lens.example/')).toContain('“lens.example”');
});

test('an e-mail address that is linked and said is flagged once', () => {
  const url = 'mailto:mara@lamps.example?subject=Lamps';
  const transcript = spoken('Mara: Write to mara@lamps.example.');
  const turns = transcript.turns.map((turn) => ({
    ...turn,
    spans: [{ kind: 'link' as const, url, words: [9, 27] as const }],
  }));
  expect(linkWarnings({ ...transcript, turns })).toHaveLength(1);
});

test('names things by their form, and nothing of an advertisement', () => {
  const mentions = interview().mentions.map(({ text }) => text);
  expect(mentions).toEqual(expect.arrayContaining(['TideSum', 'M2', 'GitHub', 'OpenTide', 'Fortran', 'Walter Amsel']));
  expect(JSON.stringify([mentions, interview().keyPoints, interview().quotes])).not.toMatch(
    /Brineworks|TIDE|February/u,
  );
});

test('asks the questions of the host, each with its answer', () => {
  expect(interview().questions).toContainEqual(
    expect.objectContaining({ text: 'Why did you need a new program?', answeredBy: expect.any(Number) }),
  );
});

test("ends with the host's call", () => {
  expect(
    interview()
      .signOff.map(({ text }) => text)
      .join(' '),
  ).toContain('please write to me');
});

test('takes aliases, labels that are nobody and the glossary from the show file', () => {
  const { showNotes } = written(spoken(`${INTERVIEW}\nBREAK: Music plays.`), {
    showFile: `aliases: {INES: Dr Ines Kovar}\nnotPeople: [BREAK]\nglossary: {TideSum: {link: 'https://tidesum.example', merge: [OpenTide]}}`,
  });
  expect(showNotes.people.map(({ name }) => name)).toEqual(['Nora Whitlock', 'Dr Ines Kovar']);
  expect(showNotes.mentions.find(({ text }) => text === 'TideSum')).toMatchObject({
    url: 'https://tidesum.example',
    variants: expect.arrayContaining(['TideSum', 'OpenTide']),
  });
});

test('finds the language itself and says so in the details', () => {
  const { showNotes, details } = written(spoken(GERMAN));
  expect(showNotes.episode.language).toBe('de');
  expect(details.details).toContainEqual({ name: 'episode.language', value: 'de', source: 'detected' });
  expect(showNotes.people).toMatchObject([
    { name: 'Ada Brandt', role: 'host' },
    { name: 'Emil Voss', role: 'guest' },
  ]);
});

test('writes the same of the same', () => {
  expect(JSON.stringify(interview())).toBe(JSON.stringify(interview()));
});

test.each(['A: .', 'A: !!!', ': x', 'A: 潮汐', 'Speaker 1: Hello.\nSpeaker 2: Yes.'])(
  'writes of nearly nothing: %j',
  (script) => {
    expect(() => written(spoken(script))).not.toThrow();
  },
);

test('nobody is named "Speaker 1" in a sentence, and a self-introduction names a numbered speaker', () => {
  const script = INTERVIEW.replaceAll('NORA:', 'Speaker 0:').replaceAll('INES:', 'Speaker 1:');
  const { people, summary, standfirst } = written(spoken(script)).showNotes;
  expect(people.map(({ name }) => name)).toEqual(['Nora Whitlock', 'Ines Kovar']);
  expect(`${summary.text} ${standfirst.text}`).not.toContain('Speaker');
  const unnamed = script.replaceAll(/(?:Nora|Ines)(?: Whitlock| Kovar)?/gu, 'somebody');
  expect(written(spoken(unnamed)).showNotes.standfirst.text).toMatch(/^A conversation about (?!.*Speaker)/u);
});

const bakery = () => written(spoken(BAKERY), { episodeFile: 'title: Bread that keeps' }).showNotes;

test("the host's introduction of guest and subject is the summary alone", () => {
  expect(bakery().summary).toMatchObject({
    text: expect.stringMatching(/^Today I'm talking with Anna Petrova, .* a starter alive\.$/u),
    kind: 'verbatim',
  });
});

test('no summary begins with a pronoun that stands for what it does not quote', () => {
  const script = BAKERY.replace(/Today I'm talking .* the mill\./u, 'Let us begin.');
  expect(written(spoken(script)).showNotes.summary.text).not.toMatch(/\. It |^It |^They |^Let/u);
});

test('no sentence is summary, key point and quote at once, and what the host says to lead through is none', () => {
  const { keyPoints, quotes, summary } = bakery();
  const points = keyPoints.map(({ text }) => text);
  expect(points.length).toBeGreaterThan(2);
  for (const { text, speaker } of quotes) {
    expect(points).not.toContain(text);
    expect(speaker).toBe('Anna Petrova');
  }
  expect([...points, ...quotes.map(({ text }) => text)]).not.toContain(summary.text);
});

test('the standfirst names what title and introduction announce and the episode says often', () => {
  expect(bakery().standfirst.text).toBe('Rosa Lind talks with Anna Petrova about bread, starter and Millhaven.');
});

const LED = `
Mara Quill: Welcome to the Lamp Room. Today I talk to Lena Ode, who runs the lab at Selwick University.
Lena Ode: Hello. We paint the tower every May at Selwick University, and Grease is sold by Varnel.
Mara Quill: Right, so let's talk about paint.
Lena Ode: Paint is lead and oil. Good paint stays on a tower for years, and Varnel sells such paint to the tower.
`;

test('what a host leads to is a topic of the standfirst, and where the guest works is none', () => {
  const { standfirst } = written(spoken(LED), { episodeFile: 'title: Up there' }).showNotes;
  expect(standfirst.text).toContain('paint');
  expect(standfirst.text).not.toContain('Selwick University');
});

const topicsOf = (script: string): string =>
  written(spoken(script), { episodeFile: 'title: Up there' }).showNotes.standfirst.text;

test('what a host leads to comes first, however common the word', () => {
  expect(topicsOf(LED.replaceAll(/\bpaint\b/gu, 'water').replaceAll('Paint', 'Water'))).toContain('about water and ');
});

test('a time is no topic, though the title has it', () => {
  const said = LED.replace('Right, so let', 'In the morning, every morning of a morning, I see the morning. So let');
  const { standfirst } = written(spoken(said), { episodeFile: 'title: The morning' }).showNotes;
  expect(standfirst.text).toMatch(/about (?!.*morning).*paint/u);
});

test('what the title announces comes before what is only named, however common the word', () => {
  const script = `
Mara Quill: Welcome. My guest is Lena Ode. The water rises.
Lena Ode: Hello. Varnel measures the water.
Mara Quill: And Varnel, what of the water?
Lena Ode: The water is cold, says Varnel.
`;
  const { standfirst } = written(spoken(script), { episodeFile: 'title: The water' }).showNotes;
  expect(standfirst.text).toBe('Mara Quill talks with Lena Ode about the water and Varnel.');
});

test('a name is not where the guest works for being a part of its name', () => {
  const script = `
Mara Quill: Welcome to the Lamp Room. Today I talk to Lena Ode, who runs the lab at Wickham University.
Lena Ode: Hello. We wrote Wick in May, and it is fast.
Mara Quill: And what does Wick do?
Lena Ode: It paints. We sell it to the tower.
`;
  expect(topicsOf(script)).toBe('Mara Quill talks with Lena Ode about Wick.');
});

test('a summary says who is on once, after what the talk is about where the host does not say it', () => {
  const script = (about: string) => `
Mara Quill: Welcome. I'm Mara Quill, and with me is Lena Ode, who keeps the lamps of the lighthouse. We're going to talk about ${about}.
Lena Ode: Hello. Paint is lead. The paint stays, and Varnel sells the paint to the tower.
Mara Quill: Who buys the paint from Varnel?
Lena Ode: The harbour buys the paint from Varnel.
`;
  const summaryOf = (about: string) =>
    written(spoken(script(about)), { episodeFile: 'title: The paint' }).showNotes.summary.text;
  const who = 'With me is Lena Ode, who keeps the lamps of the lighthouse. We';
  expect(summaryOf('why it rains, and who pays for it')).toContain(
    `Mara Quill talks with Lena Ode about the paint and Varnel. ${who}`,
  );
  expect(summaryOf('the paint, and who pays for it').startsWith(who)).toBe(true);
});

test('a topic has the article that it is said with most often, be it at the start of a sentence', () => {
  const topicIn = (speech: string) => {
    const reading = readClosely(speech);
    const gauge = { text: 'gauge', source: { kind: 'turn', anchor: { turn: 1, words: [0, 5] } } } as const;
    return asUsuallySaid([gauge], reading).map(({ text }) => text);
  };
  expect(topicIn('We read the gauge. They buy gauge by gauge.')).toEqual(['gauge']);
  expect(topicIn('We read the gauge. The gauge is old. The gauge is ours. They buy gauge by gauge.')).toEqual([
    'the gauge',
  ]);
});

test('an address is no topic, though it is said again and again', () => {
  const script = (thing: string) => `
Mara Quill: Hello there, today we talk about the ${thing} and the lamp.
Lena Ode: Write to the ${thing}.
Mara Quill: The ${thing}?
Lena Ode: Yes, the ${thing}. It is the ${thing} all the way.
`;
  expect(topicsOf(script('lens'))).toContain('the lens');
  expect(topicsOf(script('lamps.example'))).not.toContain('example');
});

const NAMED_MORE = `
Mara Quill: Welcome to the Lamp Room. Today I talk to Lena Ode, who paints towers.
Lena Ode: The NAME taught me. The lens frame is brass, and NAME who built it lived here.
Mara Quill: And NAME built the lens frame?
Lena Ode: Yes, NAME did, and a lens frame lasts.
`;

test.each([
  ['Torvin Ashdowne', /about (?:the|a) lens frame and Torvin Ashdowne\.$/u],
  ['Torvin van der Berg', /about (?:the|a) lens frame and Torvin van der Berg\.$/u],
])('somebody who does something comes after what is talked about: %s', (name, topics) => {
  expect(topicsOf(NAMED_MORE.replaceAll('The NAME', name).replaceAll('NAME', name))).toMatch(topics);
});

test('also who is said more often than that', () => {
  const script = NAMED_MORE.replaceAll(', and a lens frame lasts', ', and we sail with NAME');
  expect(topicsOf(script.replaceAll('The NAME', 'NAME').replaceAll('NAME', 'Torvin Ashdowne'))).toMatch(
    /about (?:the|a) lens frame and Torvin Ashdowne\.$/u,
  );
});

test.each([
  ['Torvin Lamps', 'stands beside it'],
  ['Apache Kafka', 'stands beside it'],
  ['Kafka', 'who built it lived here'],
  ['Torvin Lamps', 'who built it lived here, and NAME is a company'],
])('a thing comes first: %s %s', (name, does) => {
  const script = NAMED_MORE.replaceAll('NAME who built it lived here', `NAME ${does}`).replaceAll('NAME', name);
  expect(topicsOf(script)).toMatch(new RegExp(`about (?:the )?${name} and (?:the|a) lens frame`, 'u'));
});

test('what is named in one turn alone is no topic', () => {
  const once = 'Grease is sold by Brenkel, and Brenkel knows Brenkel.';
  expect(topicsOf(`${LED}Lena Ode: ${once}`)).not.toContain('Brenkel');
  expect(topicsOf(`${LED}Lena Ode: ${once}\nMara Quill: So we buy it from Brenkel.`)).toContain('Brenkel');
});

test('no sentence of a summary points to one that is not there, asks the guest or leads on', () => {
  const said = [
    'Mara Quill: Welcome to the Lamp Room. Lena Ode keeps the lamps of the lighthouse. It rains. Three years ago she gave the lamps',
    'of the lighthouse a coat of paint. Before we see the lighthouse, let’s talk about the lamps of the lighthouse. What do the lamps of',
    'the lighthouse do in a storm?',
    `\nLena Ode: They are lamps of a lighthouse like other lamps of a lighthouse. ${'Nobody asks. '.repeat(20)}`,
  ].join(' ');
  const { summary } = written(spoken(said), { episodeFile: 'title: Lamps of the lighthouse' }).showNotes;
  expect(summary.text).not.toMatch(/Three years ago|let’s talk|\?|They are/u);
});

test('a sentence that leans on another may follow it in a summary, and may not follow anything else', () => {
  const filler = 'Nobody asks. '.repeat(60);
  const summaryOf = (between: string, language: string) => {
    const [need, keeps] =
      language === 'en'
        ? [
            'Every lighthouse needs a lamp and a keeper of the lighthouse lamp.',
            'That keeps the lighthouse lamp of the lighthouse bright.',
          ]
        : [
            'Jeder Leuchtturm braucht eine Lampe und einen Wärter der Lampe im Leuchtturm.',
            'Deshalb hält die Lampe im Leuchtturm den Leuchtturm hell.',
          ];
    const script = `Mara: ${need} ${between} ${keeps}\nLena: ${language === 'en' ? filler : filler.replaceAll('Nobody asks', 'Niemand fragt uns')}`;
    const episodeFile = `title: ${language === 'en' ? 'The lighthouse lamp' : 'Die Lampe im Leuchtturm'}`;
    return written(spoken(script), { showFile: `language: ${language}`, episodeFile }).showNotes.summary.text;
  };
  expect(summaryOf('', 'en')).toContain('That keeps');
  expect(summaryOf('It rains.', 'en')).not.toContain('That keeps');
  expect(summaryOf('', 'de')).toContain('Deshalb hält');
  expect(summaryOf('Es regnet.', 'de')).not.toContain('Deshalb hält');
});

test('a summary says nothing twice, be it said by two people', () => {
  const said = 'A lighthouse lamp is a lighthouse lamp in every lighthouse.';
  const script = `Mara: Welcome to the Lamp Room. ${said}\nLena: Oh. ${said} ${'Nobody asks. '.repeat(20)}`;
  const { summary } = written(spoken(script), { episodeFile: 'title: A lighthouse lamp' }).showNotes;
  expect(summary.text.split(said)).toHaveLength(2);
});

test("two names that a sentence's start puts beside each other are two", () => {
  const mentions = bakery().mentions.map(({ text }) => text);
  expect(mentions).toEqual(expect.arrayContaining(['Millhaven', 'R2']));
  expect(mentions).not.toContain('Millhaven R2');
  expect(interview().mentions.map(({ text }) => text)).not.toContain('Aldermouth M2');
});

test('the title for YouTube names both guests or none', () => {
  const titleOf = (script: string) =>
    written(spoken(script), {
      showFile: 'roles: {Rosa Lind: host, Anna Petrova: guest, Otto Kern: guest, Mia Falk: guest}',
      episodeFile: 'title: Bread',
    }).showNotes.blurbs.find(({ channel }) => channel === 'youtube-title')?.text;
  const two = `${BAKERY}\nOtto Kern: I bake too, and I bake rye.`;
  expect(titleOf(two)).toBe('Bread – Anna Petrova and Otto Kern');
  expect(titleOf(`${two}\nMia Falk: I only eat the bread.`)).toBe('Bread');
});

test.each([
  ['de', GERMAN, 'Ada Brandt spricht mit Emil Voss über Wärmepumpen'],
  ['es', SPANISH, 'Lucía Ferrer habla con Tomás Rey sobre'],
  ['fr', FRENCH, 'Claire Morel parle avec Paul Garnier : '],
  ['ja', JAPANESE, '森田、石川'],
  ['zh', CHINESE, '李明、王海'],
])('says in %s who talks about what', (language, script, standfirst) => {
  const { episode, standfirst: said, summary } = written(spoken(script)).showNotes;
  expect([episode.language, said.text]).toEqual([language, expect.stringContaining(standfirst)]);
  expect(said.text).not.toMatch(/ and | about | talks? /u);
  expect(countWords(summary.text)).toBeLessThanOrEqual(60);
});

test('topics are the whole names of things, with their articles', () => {
  expect(written(spoken(INTERVIEW)).showNotes.standfirst.text).toContain('the Aldermouth Tide Office');
});

test('a summary does not say twice what the episode is about, nor goodbye', () => {
  expect(written(spoken(PANEL)).showNotes.summary.text).toMatch(/^Today we talk about sourdough/u);
  expect(written(spoken(GERMAN)).showNotes.summary.text).not.toContain('Das war');
});

test('chapters are called by a question or by what only they are about', () => {
  expect(bakery().chapters.map(({ title }) => title)).toContain('How long does sourdough bread keep?');
  const titles = written(spoken(longTalk())).showNotes.chapters.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const title of titles) expect(countWords(title)).toBeLessThanOrEqual(7);
});

test('a question begins with the question, and half a question is none', () => {
  const script = INTERVIEW.replace('Why did you need', 'Um, so, why did you need').replace(
    'What is in the water, actually?',
    'How do you handle that?',
  );
  const questions = written(spoken(script)).showNotes.questions.map(({ text }) => text);
  expect(questions).toContain('Why did you need a new program?');
  expect(questions).not.toContain('How do you handle that?');
});

test('what is said in passing is no quote', () => {
  const aside = 'I guess nobody ever wanted to know why the best gauge was always wrong.';
  const quotes = written(spoken(INTERVIEW.replace('INES: The classic gauge', `INES: ${aside} The classic gauge`)))
    .showNotes.quotes;
  expect(quotes.map(({ text }) => text)).not.toContain(aside);
});

const GREETED = `
Mara Quill: Hello everybody, and hello Jonas. Today we talk about varnish, and about brushes that last.
Jonas Fell: Hello Mara. I bought a brush last week, and I have used it every day since then on the old boat.
Mara Quill: What did you paint with it?
Jonas Fell: The whole deck, and then the mast, and then the rail. The brush is still soft, because I wash it in oil every night, and I hang it up.
Mara Quill: How long does varnish take to dry?
Jonas Fell: It takes a day in summer and a week in winter. I wait until it does not smell any more, and then I put on the next layer.
Mara Quill: Thanks for listening, and see you next week.
`;

test('who is only greeted is no guest', () => {
  expect(written(spoken(GREETED)).showNotes.people.map(({ role }) => role)).toEqual(['host', 'host']);
});

test('a host who is brought in beside the guest stays a host', () => {
  const script = GREETED.replace(
    'and hello Jonas. Today',
    'with me is Jonas Fell, and our special guest for this evening is Petra Lang. Today',
  ).replace(
    'Mara Quill: What did',
    'Petra Lang: Thanks for having me. I build boats in Selwick, and I teach people how to look after them in the winter.\nMara Quill: What did',
  );
  expect(written(spoken(script)).showNotes.people.map(({ name, role }) => [name, role])).toEqual([
    ['Mara Quill', 'host'],
    ['Jonas Fell', 'host'],
    ['Petra Lang', 'guest'],
  ]);
});

test('a verb that a recogniser has written in capitals is no surname', () => {
  const script = BAKERY.replace('Rosa Lind: Welcome', 'ROSA: Let Anna Teach me. Welcome')
    .replaceAll('Rosa Lind:', 'ROSA:')
    .replaceAll(/Anna Petrova/gu, 'Anna');
  expect(written(spoken(script)).showNotes.people.map(({ name }) => name)).not.toContain('Anna Teach');
});

const PORTUGUESE = `
Joana Prado: Bem-vindos ao programa. Hoje falamos com o Rui Matos sobre barcos, velas e marés.
Rui Matos: ${'Obrigado pelo convite, eu trabalho com barcos e velas desde pequeno, e gosto muito do mar. '.repeat(9)}
`;

test('tells the producer of a language without a word list, and of one that is not recognised', () => {
  const told = (showFile: string) => written(spoken(PORTUGUESE), { showFile }).showNotes.told;
  expect(told('language: pt')).toContainEqual(expect.stringContaining('no word list for the language “pt”'));
  expect(told('title: Marés')).toContainEqual(expect.stringContaining('The language is not recognised'));
  expect(interview().told.join(' ')).not.toContain('language');
});
