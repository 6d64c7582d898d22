import { verifyShowNotes } from '../../../lambdas/domain/show-notes/verify';
import { spoken, written } from '../../support/conversations/spoken';

const castOf = (script: string, showFile?: string) =>
  written(spoken(script), showFile === undefined ? {} : { showFile }).showNotes.people;
const rolesOf = (script: string, showFile?: string) =>
  castOf(script, showFile).map(({ name, role }) => `${role} ${name}`);

/** Turns in which somebody talks on, so that nobody is too silent for a role. */
const talk = (...names: readonly string[]): string =>
  names
    .flatMap((name, at) => [
      `${name}: The old lighthouse needs a coat of paint every ${at + 2} years, and the lamp is cleaned by hand.`,
      `${name}: Nobody paints the seaward side in winter, because the wind takes the ladder away from the wall.`,
    ])
    .join('\n')
    .concat('\n');

const ROLL_CALL = `
Mara Quill: Welcome to the Lamp Room. We'll go round and say hello. Tomas?
Tomas Berg: Hi, I'm Tomas, I'm a painter from Selwick.
Mara Quill: Lena?
Lena Ode: I'm Lena, I'm a keeper of the lamp.
Mara Quill: Thank you all for joining us.
${talk('Mara Quill', 'Tomas Berg', 'Lena Ode').repeat(12)}
`;

test('who introduces themselves in turn and is thanked together with the others is a guest', () => {
  expect(rolesOf(ROLL_CALL)).toEqual(['host Mara Quill', 'guest Tomas Berg', 'guest Lena Ode']);
});

const AMONG_THEMSELVES = `
Mara Quill: Welcome to the Lamp Room. I am joined by two of my favourite panelists. First, Tomas Berg. Welcome, Tomas.
Tomas Berg: Hello, happy to be here.
Mara Quill: And joining us from the pier is Lena Ode.
Lena Ode: Hello, good to be back.
${talk('Mara Quill', 'Tomas Berg', 'Lena Ode', 'Mara Quill', 'Tomas Berg', 'Lena Ode')}
`;

test('panelists who are joined by each other are no guests, until a guest is announced', () => {
  expect(rolesOf(AMONG_THEMSELVES)).toEqual(['host Mara Quill', 'host Tomas Berg', 'host Lena Ode']);
  const announced = AMONG_THEMSELVES.replace('And joining us from the pier is', 'Our guest today is');
  expect(rolesOf(announced)).toContain('guest Lena Ode');
});

test('whom the host welcomes back is a guest, and two are', () => {
  const script = (welcome: string) => `
Mara Quill: Welcome to the Lamp Room. ${welcome}
Tomas Berg: Hi, thank you.
Lena Ode: Hello Mara, thanks for having me.
${talk('Mara Quill', 'Tomas Berg', 'Lena Ode').repeat(6)}
`;
  const both = ['host Mara Quill', 'guest Tomas Berg', 'guest Lena Ode'];
  expect(rolesOf(script('Tomas and Lena. Welcome back to the show.'))).toEqual(both);
  expect(rolesOf(script('It is good to have you back, Tomas and Lena.'))).toEqual(both);
  const loud =
    'Tomas and Lena. Welcome back to the show. Our guest Lena, thank you for joining us. My guest is Lena Ode.';
  expect(rolesOf(script(loud))).toEqual(both);
  const one = ['host Mara Quill', 'host Tomas Berg', 'guest Lena Ode'];
  expect(rolesOf(script('Tomas paints the lamps. Welcome back to the show.'))).toEqual(one);
  expect(rolesOf(script('Tomas and Lena are here.'))).toEqual(one);
  expect(rolesOf(script("I'm here with my co-host Tomas. Welcome back to the podcast."))).toEqual(one);
  expect(rolesOf(script('This is Mara and Tomas. Welcome back to the show.'))).toEqual(one);
});

test('a guest who welcomes the host back makes no guest of them', () => {
  const script = `
Mara Quill: Welcome to the Lamp Room. My guest today is Lena Ode.
Lena Ode: Good to have you back, Mara.
${talk('Mara Quill', 'Lena Ode').repeat(6)}
`;
  expect(rolesOf(script)).toEqual(['host Mara Quill', 'guest Lena Ode']);
});

const NOTED = `
Mara Quill (MQ): Welcome to the Lamp Room. Today we talk about lamps.
Tomas Berg (T2): Hello Mara, thanks for having me.
MQ: How are lamps painted?
T2: By hand.
${talk('MQ', 'T2').repeat(6)}
`;

test('a note in brackets is no part of a name, and the label of who is called by it', () => {
  const documents = written(spoken(NOTED));
  expect(documents.showNotes.people).toEqual([
    { name: 'Mara Quill', role: 'host', labels: ['Mara Quill (MQ)', 'MQ'] },
    { name: 'Tomas Berg', role: 'guest', labels: ['Tomas Berg (T2)', 'T2'] },
  ]);
  expect(documents.showNotes.standfirst.text).toMatch(/^Mara Quill talks with Tomas Berg about/u);
  expect(verifyShowNotes(documents)).toEqual([]);
});

test.each([
  ['Mara Quill (Host)', 'host Mara Quill'],
  ['Mara Quill (guest)', 'guest Mara Quill'],
  ['Mara Quill (Moderator)', 'host Mara Quill'],
  ['Mara Quill (Interviewee)', 'guest Mara Quill'],
  ['田中（司会）', 'host 田中'],
  ['Speaker (1)', 'host Speaker (1)'],
])('the role and the name that %s says', (label, person) => {
  const script = `${label}: The lamp is cleaned by hand.\nLena Ode: And painted.\n${talk(label, 'Lena Ode').repeat(6)}`;
  expect(rolesOf(script)).toContain(person);
});

test('of whom the episode file names, and no turn is labelled as, the producer is told', () => {
  const script = `Mara Quill: Welcome to the Lamp Room.\n${talk('Mara Quill', 'Tomas B').repeat(6)}`;
  const warningsWith = (person: string) =>
    written(spoken(script), { episodeFile: `people:\n  - Mara Quill\n  - ${person}\n` }).showNotes.warnings;
  expect(warningsWith('{name: Tomas Berg, labels: [Tomas]}')).toEqual([
    {
      message:
        'people (line 3 of the episode file): no turn is labelled as Tomas Berg; say under labels which label is theirs, of Mara Quill, Tomas B',
    },
  ]);
  expect(warningsWith('{name: Tomas Berg, labels: [Tomas B]}')).toEqual([]);
  expect(warningsWith('Dr. Mara Quill')).toEqual([]);
  const frontMatter = { text: 'people: [Tomas Berg]', line: 2 };
  expect(written(spoken(script, { frontMatter })).showNotes.warnings).toEqual([]);
  const unlabelled = written(spoken('The lamp is cleaned by hand.'), { episodeFile: 'people: [Tomas Berg]' });
  expect(unlabelled.showNotes.warnings).toEqual([]);
});

/** Who is who under which labels, where these have their turns one after the other. */
const labelsOf = (...labels: readonly string[]) =>
  castOf(talk(...labels).repeat(6)).map(({ name, labels: own }) => [name, ...own]);

test.each<[string, readonly string[], readonly (readonly string[])[]]>([
  [
    'with and without the note',
    ['Ada Marsh (Host)', 'Ada Marsh', 'Lena Ode'],
    [
      ['Ada Marsh', 'Ada Marsh (Host)', 'Ada Marsh'],
      ['Lena Ode', 'Lena Ode'],
    ],
  ],
  [
    'a first name with a note',
    ['Ada (she/her)', 'Ada', 'Lena Ode'],
    [
      ['Ada', 'Ada (she/her)', 'Ada'],
      ['Lena Ode', 'Lena Ode'],
    ],
  ],
  [
    'two notes',
    ['Ada Marsh (she/her) (Host)', 'Lena Ode'],
    [
      ['Ada Marsh', 'Ada Marsh (she/her) (Host)'],
      ['Lena Ode', 'Lena Ode'],
    ],
  ],
  [
    'two of one name',
    ['Ada (Shop)', 'Ada (Office)'],
    [
      ['Ada (Shop)', 'Ada (Shop)'],
      ['Ada (Office)', 'Ada (Office)'],
    ],
  ],
  [
    'a note that is a label of others',
    ['Nora Ames (caller)', 'Caller'],
    [
      ['Nora Ames', 'Nora Ames (caller)'],
      ['Caller', 'Caller'],
    ],
  ],
  [
    'where somebody works',
    ['Ada Marsh (BBC)', 'BBC'],
    [
      ['Ada Marsh', 'Ada Marsh (BBC)'],
      ['BBC', 'BBC'],
    ],
  ],
  [
    'a note behind no name',
    ['Host (BBC News)', 'Lena Ode'],
    [
      ['Host (BBC News)', 'Host (BBC News)'],
      ['Lena Ode', 'Lena Ode'],
    ],
  ],
  [
    'a note, and a longer name',
    ['Ada (Shop)', 'Ada Marsh'],
    [
      ['Ada', 'Ada (Shop)'],
      ['Ada Marsh', 'Ada Marsh'],
    ],
  ],
])('notes in brackets: %s', (_, labels, people) => {
  expect(labelsOf(...labels)).toEqual(people);
});

test.each(['Guest', 'Speaker 2', 'Interviewee'])('who is announced behind the label %s has their name', (label) => {
  const script = (announced: string) =>
    `Mara Quill: Welcome to the Lamp Room. ${announced}\n${label}: Good to be here.\n${talk('Mara Quill', label).repeat(6)}`;
  expect(rolesOf(script('My guest today is Wilma Acht.'))).toEqual(['host Mara Quill', 'guest Wilma Acht']);
  const two = script('My guest today is Wilma Acht, and my guest is Ada Marsh.');
  expect(castOf(two).map(({ name }) => name)).toEqual(['Mara Quill', label]);
  for (const other of ['Next week our guest is Ada Marsh.', "Last week's guest, Ada Marsh, painted the pier."])
    expect(castOf(script(`${other} Who are you?`)).map(({ name }) => name)).toEqual(['Mara Quill', label]);
  const within = written(spoken(script('My guest is Wilma Acht, who paints the pier, and so on.')));
  expect(within.showNotes.people.map(({ name }) => name)).toEqual(['Mara Quill', 'Wilma Acht']);
  expect(verifyShowNotes(within)).toEqual([]);
  const late = `${script('Who are you?')}${talk('Mara Quill', label).repeat(12)}Mara Quill: Our guest is Ada Marsh.\n`;
  expect(castOf(late).map(({ name }) => name)).toEqual(['Mara Quill', label]);
  const spokenOf = 'Mara Quill: Wilma Acht paints the lighthouse, says Wilma Acht.\nMina: It needs oil.\n'.repeat(4);
  const called = `${script('My guest is Wilma Acht.').replaceAll(`${label}:`, 'Mina:')}${spokenOf}`;
  expect(written(spoken(called)).showNotes.standfirst.text).not.toContain('Wilma');
});

test('nobody is announced by their guest, or among three', () => {
  const host = `Host: Welcome.\nAda Marsh: As with our guest Wilma Acht, I paint.\n${talk('Host', 'Ada Marsh').repeat(4)}`;
  expect(castOf(host).map(({ name }) => name)).toContain('Host');
  const three = `Mara Quill: My guest is Wilma Acht, who paints, and so on.\n${talk('Mara Quill', 'Guest', 'Lena Ode').repeat(4)}`;
  const documents = written(spoken(three));
  expect(documents.showNotes.people.map(({ name }) => name)).toContain('Guest');
  const people = documents.showNotes.people.map((person) =>
    person.name === 'Guest' ? { ...person, name: 'Wilma Acht' } : person,
  );
  expect(verifyShowNotes({ ...documents, showNotes: { ...documents.showNotes, people } })).toContainEqual(
    expect.objectContaining({ message: 'nothing says that Guest is "Wilma Acht"' }),
  );
});

test.each([
  ['Our guest today is Edda Brahm, famous for the tide wheel.', 'famous for the tide wheel'],
  ['Our guest is Edda Brahm, one of the painters of the pier.', 'one of the painters of the pier'],
])('who somebody is: %s', (announced, introduction) => {
  const script = `Mara Quill: Welcome. ${announced}\nEdda Brahm: Hello.\n${talk('Mara Quill', 'Edda Brahm').repeat(4)}`;
  expect(castOf(script).find(({ name }) => name === 'Edda Brahm')?.introduction?.text).toBe(introduction);
});

test.each([
  ['I work for Tidewell as a lamp painter.', 'a lamp painter'],
  ["I'm a painter for that team.", undefined],
])('who somebody says that they are: %s', (said, introduction) => {
  const script = `Mara Quill: Welcome. Who are you?\nEdda Brahm: ${said}\n${talk('Mara Quill', 'Edda Brahm').repeat(4)}`;
  expect(castOf(script).find(({ name }) => name === 'Edda Brahm')?.introduction?.text).toBe(introduction);
});

test.each([
  ['Gest', 'Guest', true],
  ['SIOBAHN', 'SIOBHAN', true],
  ['DNA', 'DAN', true],
  ['Tim', 'Tom', false],
  ['Speaker 1', 'Speaker 2', false],
  ['Maria Quill', 'Maria Quist', false],
])('a turn labelled %s beside %s is asked about: %j', (slip, label, asked) => {
  const script = `${talk('Mara Quill', label).repeat(4)}${slip}: The pier is green.\n`;
  const { warnings } = written(spoken(script)).showNotes;
  const question = `“${slip}” has 1 turn, “${label}” 8`;
  expect(warnings.some(({ message }) => message.startsWith(question))).toBe(asked);
});

test.each([
  [3, 12, false],
  [2, 8, true],
  [2, 6, false],
])('a label of %d turns beside one of %d is asked about: %j', (few, many, asked) => {
  const turns = (label: string, count: number) => `${label}: The pier is green.\nMara Quill: It is.\n`.repeat(count);
  const { warnings } = written(spoken(turns('Siobhan Ode', many) + turns('Siobahn Ode', few))).showNotes;
  expect(warnings.some(({ message }) => message.startsWith(`“Siobahn Ode” has ${few} turns`))).toBe(asked);
});

test('two of one name keep their notes, also where somebody says it', () => {
  const script = `Ada Marsh (Shop): I know Ada Marsh, and Ada Marsh knows me.\n${talk('Ada Marsh (Shop)', 'Ada Marsh (Office)').repeat(6)}`;
  expect(castOf(script).map(({ name }) => name)).toEqual(['Ada Marsh (Shop)', 'Ada Marsh (Office)']);
  const firstNames = `Lena Ode: With me is Ada Marsh, who paints lamps.\n${talk('Ada (Shop)', 'Ada (Office)').repeat(6)}`;
  expect(castOf(firstNames).map(({ name }) => name)).toEqual(['Ada (Shop)', 'Ada (Office)', 'Lena Ode']);
});

test('whoever a machine did not recognise has no name, whatever they say', () => {
  const script = (label: string) => `${label}: Hello, I'm Mara Quill. The lamp is cleaned by hand.
Lena Ode: And painted.
${talk(label, 'Lena Ode').repeat(6)}
`;
  expect(rolesOf(script('Unknown Speaker'))).toContain('host Unknown Speaker');
  expect(rolesOf(script('UNKNOWN_SPEAKER'))).toContain('host UNKNOWN_SPEAKER');
  expect(rolesOf(script('Speaker 1'))).toContain('host Mara Quill');
});

test('whoever is there as always is no guest', () => {
  const script = (when: string) => `
Mara Quill: Welcome to the Lamp Room. With me in the studio${when}, Tomas Berg, who paints lamps, and Lena Ode.
Tomas Berg: Hello.
Lena Ode: Hello.
${talk('Mara Quill', 'Tomas Berg', 'Lena Ode', 'Mara Quill', 'Tomas Berg', 'Lena Ode')}
`;
  expect(rolesOf(script(' as always'))).toEqual(['host Mara Quill', 'host Tomas Berg', 'host Lena Ode']);
  expect(rolesOf(script(' today'))).toEqual(['host Mara Quill', 'guest Tomas Berg', 'guest Lena Ode']);
});

test('the second voice that only says its name beside the host hosts too', () => {
  const script = `
Mara Quill: Welcome to the Lamp Room. I'm Mara Quill.
Tomas Berg: And I'm Tomas Berg.
Mara Quill: Our guest today is Lena Ode, a keeper of lighthouses. Welcome, Lena.
${talk('Lena Ode', 'Mara Quill', 'Lena Ode', 'Tomas Berg', 'Lena Ode')}
`;
  expect(rolesOf(script)).toEqual(['host Mara Quill', 'host Tomas Berg', 'guest Lena Ode']);
});

test('who is asked to introduce themselves in the middle of an episode is a guest', () => {
  const script = `
Mara Quill: Welcome to the Lamp Room.
${talk('Mara Quill', 'Tomas Berg', 'Mara Quill', 'Tomas Berg', 'Mara Quill', 'Tomas Berg')}
Mara Quill: Now we turn to the pier. Lena, would you like to introduce yourself?
Lena Ode: Yes, I look after the pier and everything that is tied to it.
${talk('Lena Ode', 'Mara Quill', 'Lena Ode')}
`;
  expect(rolesOf(script)).toContain('guest Lena Ode');
});

test('where the show file names the hosts, who talks with them is a guest', () => {
  const script = talk('Mara Quill', 'Lena Ode', 'Mara Quill', 'Lena Ode', 'Mara Quill', 'Lena Ode');
  expect(rolesOf(script)).toEqual(['host Mara Quill', 'host Lena Ode']);
  expect(rolesOf(script, 'hosts: [Mara Quill]')).toEqual(['host Mara Quill', 'guest Lena Ode']);
});

test('a host whose last name got longer is the host whom the show file names', () => {
  const script = `Mara Quill: We talk about lamps.\n${talk('Mara Quill', 'Tomas Berg-Ode').repeat(6)}`;
  const named = (...hosts: readonly string[]) => rolesOf(script, `hosts: [${hosts.join(', ')}]`);
  expect(named('Mara Quill', 'Tomas Berg')).toEqual(['host Mara Quill', 'host Tomas Berg-Ode']);
  expect(named('Mara Quill', 'Tomas')).toEqual(['host Mara Quill', 'guest Tomas Berg-Ode']);
  expect(named('Mara Quill', 'Tomas Bergmann')).toEqual(['host Mara Quill', 'guest Tomas Berg-Ode']);
});

test('initials are the only one who is brought in under a name with them', () => {
  const script = `
MQ: Welcome to the Lamp Room. I'm Mara Quill, and with me is my co-host Tomas Berg. Our guest is Lena Ode.
LO: Hello, I'm Lena, and I keep the lamp.
TB: Hello from me, too.
${talk('LO', 'MQ', 'LO', 'TB', 'LO', 'TB')}
`;
  expect(castOf(script).map(({ name, labels }) => [name, ...labels])).toEqual([
    ['Mara Quill', 'MQ'],
    ['Tomas Berg', 'TB'],
    ['Lena Ode', 'LO'],
  ]);
  const doubtful = script.replace('Our guest', 'Thomas Berger sends his love. With us is Theo Brandt, too. Our guest');
  expect(castOf(doubtful).map(({ name }) => name)).toContain('TB');
});

test('a greeting in any language is no first name', () => {
  const script = `
ERIK: Willkommen im Leuchtturm. Wir reden heute über Farbe und über die Lampe.
LENA: Moin Erik, hier ist Lena, schön, wieder mit dir über die Lampe und die Farbe zu reden.
${talk('ERIK', 'LENA', 'ERIK', 'LENA')}
`;
  expect(castOf(script).map(({ name }) => name)).toEqual(['Erik', 'Lena']);
});

describe('an introduction says what somebody is', () => {
  const introductionOf = (sentence: string, reply = 'Hello, and thanks for having me.') => {
    const script = `
Mara Quill: Welcome to the Lamp Room. ${sentence}
Lena Ode: ${reply}
${talk('Lena Ode', 'Mara Quill', 'Lena Ode', 'Mara Quill')}
`;
    return castOf(script).find(({ name }) => name === 'Lena Ode')?.introduction?.text;
  };

  test.each([
    ['Today I talk to Lena Ode, a keeper of lighthouses, about paint.', 'a keeper of lighthouses'],
    [
      'Today I talk to Lena Ode, a keeper who has painted, um, about thirty lighthouses.',
      'a keeper who has painted, about thirty lighthouses',
    ],
    ['With us are Lena Ode, a keeper at Selwick, um, and Tomas Berg, a painter.', 'a keeper at Selwick'],
    ['Here is Lena Ode, a keeper at Selwick, uh, welcome to the show.', 'a keeper at Selwick'],
    [
      'I got to chat with Lena Ode, senior engineer at the Lamp Works about her lamps.',
      'senior engineer at the Lamp Works',
    ],
    ['Our guest is Lena Ode, who runs the Lamp Works, and she is funny.', 'who runs the Lamp Works'],
    ['Our guest is Lena Ode. She is a keeper of lighthouses, and she is funny.', 'a keeper of lighthouses'],
    [
      'Our guest is Lena Ode. She has worked all her life as a keeper of lamps.',
      'has worked all her life as a keeper of lamps',
    ],
    ['Lena Ode runs the Lamp Works, Tomas Berg is a painter, and both are here.', 'runs the Lamp Works'],
    ['Lena Ode is an engineer at the Lamp Works, and she’s funny.', 'an engineer at the Lamp Works'],
  ])('%s', (sentence, introduction) => {
    expect(introductionOf(sentence)).toBe(introduction);
  });

  test('also in their own words', () => {
    const reply = "I'm Lena, I'm an engineer at the Lamp Works and I love paint.";
    expect(introductionOf('Lena Ode is here.', reply)).toBe('an engineer at the Lamp Works');
  });

  test('but nobody by what the next one to speak says of themselves or of a third', () => {
    const script = (nextSpeaker: string) => `
Mara Quill: Welcome to the Lamp Room. Please greet Lena Ode.
${nextSpeaker}: She is a keeper of lighthouses, and she is funny.
Lena Ode: Hello, and thanks for having me.
${talk('Lena Ode', 'Mara Quill', 'Tomas Berg', 'Lena Ode')}`;
    expect(castOf(script('Tomas Berg')).flatMap(({ introduction }) => introduction?.text ?? [])).toEqual([]);
  });

  test('but a name is no occupation', () => {
    const people = castOf(`Mara: I'm Mara Smith and this is the Lamp Room.\n${talk('Lena', 'Mara')}`);
    expect(people.map(({ name, introduction }) => [name, introduction])).toContainEqual(['Mara Smith', undefined]);
  });

  test.each([
    'How are you, Lena, a little further north than us?',
    'Our guest is Lena Ode, who will tell us about lamps and paint.',
    'Our guest is Lena Ode. She is late, and he is a painter of lamps.',
    'Lena Ode is here with her brother. He is an engineer at the Lamp Works.',
    'Our guest is Lena Ode. She has painted all her lamps as green as grass.',
    'Our guest is Lena Ode. She has a lamp and a boat and a house and a dog and a cat, as a keeper has.',
    'Lena Ode is late because the engineer at the Lamp Works is.',
    'With us is Lena Ode, the number of lamps is going up.',
  ])('but not: %s', (sentence) => {
    expect(introductionOf(sentence)).toBeUndefined();
  });
});

const JAPANESE = `
田中: 灯台ラジオへようこそ。今日のゲストは佐藤さんです。
佐藤: お招きいただきありがとうございます。灯台の塗装の仕事をしています。
田中: どうして灯台の塗装を始めたのですか。
佐藤: 祖父が灯台で働いていて、冬の海の光がとても好きだったからです。
田中: お聴きいただきありがとうございました。また次回お会いしましょう。
`;

const CHINESE = `
王明: 欢迎收听灯塔电台。今天的嘉宾是李华。
李华: 谢谢邀请，我在灯塔做油漆工作，已经二十年了。
王明: 你为什么开始做这个工作？
李华: 因为我爷爷在灯塔工作，我很喜欢冬天的海。
王明: 感谢收听，我们下期再见。
`;

test('whom the host names with what they are is a guest', () => {
  const introduced = (name: string) => `
Speaker 1: This is Field Notes, and I'm Ruth Calder. I'm up a tower with ${name}. Amos, what is this?
Speaker 2: This is a lamp, and every lamp like it has been painted green on purpose for a hundred years.
Speaker 1: And who paints the lamps on this tower when the wind takes the ladder away from the wall?
Speaker 2: Nobody does, and so we wait for the wind to turn before we paint the seaward side again.
`;
  expect(rolesOf(introduced('Dr. Amos Lindqvist, who is a keeper of lighthouses'))).toEqual([
    'host Ruth Calder',
    'guest Amos Lindqvist',
  ]);
  for (const clause of ['who has a dog', 'who is late today'])
    expect(rolesOf(introduced(`Dr. Amos Lindqvist, ${clause}`))).toEqual(['host Ruth Calder', 'host Amos Lindqvist']);
});

test('a clause says in Spanish and French who somebody is', () => {
  const introductionIn = (welcome: string) =>
    castOf(`Carmen: ${welcome}\nJoaquín: La lampe, la lámpara y la mar.`).map(({ introduction }) => introduction?.text);
  expect(
    introductionIn(
      'Bienvenidos. Hoy hablamos con Joaquín Ferreiro, que fue farero durante veinte años, sobre la lámpara.',
    ),
  ).toContain('que fue farero durante veinte años');
  expect(
    introductionIn('Bienvenue. Nous parlons avec Joaquín Ferreiro, qui garde le phare de Nariga, sur la lampe.'),
  ).toContain('qui garde le phare de Nariga');
  expect(introductionIn('Bienvenidos. Hola, Joaquín, que hoy llueve sobre la lámpara.')).not.toContain(
    'que hoy llueve',
  );
});

test('whoever sits beside the host is a guest in German, and is introduced by what they are', () => {
  const [host, guest] = castOf(`
Jana: Willkommen bei Lampenlicht. Ich bin Jana Felser, und neben mir sitzt Lena Ode. Sie ist Turmwärterin in der dritten Generation.
Lena: Hallo Jana. Die Lampe im Turm wird jedes Jahr im Mai gestrichen, und das dauert vier Tage.
Jana: Und wer streicht die Lampe im Turm, wenn es im Mai vier Tage lang regnet?
Lena: Niemand streicht im Regen eine Lampe, weil die Farbe nicht auf dem Glas hält.
`);
  expect(host).toMatchObject({ name: 'Jana Felser', role: 'host' });
  expect(guest).toMatchObject({ name: 'Lena Ode', role: 'guest' });
  expect(guest?.introduction?.text).toBe('Turmwärterin in der dritten Generation');
});

test('host and guest are told apart in Japanese and Chinese, too', () => {
  expect(rolesOf(JAPANESE)).toEqual(['host 田中', 'guest 佐藤']);
  expect(rolesOf(CHINESE)).toEqual(['host 王明', 'guest 李华']);
});

const BY_LAST_NAME = `
MARA QUILL, HOST: The pier was closed for thirty years. Tomas Berg painted it.
TOMAS BERG: I was seven when they closed it.
QUILL: And you came back?
BERG: My father told me that I would.
QUILL: For the Lamp Room, I'm Mara Quill.
`;

test('a last name is whoever was named in full before, as the text spells it', () => {
  expect(castOf(BY_LAST_NAME).map(({ name, role, labels }) => [name, role, ...labels])).toEqual([
    ['Mara Quill', 'host', 'MARA QUILL, HOST', 'QUILL'],
    ['Tomas Berg', 'guest', 'TOMAS BERG', 'BERG'],
  ]);
});

test('a last name that two have, or that somebody is called beside the full name, is nobody else’s', () => {
  const two = BY_LAST_NAME.replace('QUILL: And', 'ANNA BERG: Me too.\nQUILL: And');
  expect(castOf(two).map(({ labels }) => labels.join())).toContain('BERG');
  const beside = `Dean Martin: Hello.\nMartin: Hello.\n${talk('Dean Martin', 'Martin').repeat(3)}`;
  expect(castOf(beside)).toHaveLength(2);
});

describe('a speaker with a number', () => {
  const script = (calls: string, farewell: string, third = '') => `
Speaker 1: Hello and welcome to the Lamp Room, I'm Mara Quill. ${calls}
Speaker 2: Good to see you. I have brought a lamp.
${third}Speaker 1: Tomas Berg mends lamps in Selwick.
Speaker 2: I mend most of them.
Speaker 1: ${farewell}
`;

  test('has the name that the only other one calls them by, in full where it is said', () => {
    const cast = castOf(script('Hello, Tomas.', 'Thank you so much, Tomas!'));
    expect(cast.map(({ name }) => name)).toEqual(['Mara Quill', 'Tomas Berg']);
  });

  test('has the full name under which the other one brings them in and calls them once', () => {
    const cast = castOf(
      script('Joining me today is Tomas Berg. Tomas, welcome.', 'Goodbye, all.').replace(
        "I'm Mara",
        "I'm your host, Mara",
      ),
    );
    expect(cast.map(({ name }) => name)).toEqual(['Mara Quill', 'Tomas Berg']);
  });

  test.each([
    ['is called so once', script('Hello, Tomas.', 'Goodbye, all.')],
    ['is called otherwise, too', script('Hello, Tomas. Sit down, Tomas. Hi, Lena.', 'Thank you so much, Lena!')],
    ['is one of three', script('Hello, Tomas.', 'Thank you so much, Tomas!', 'Speaker 3: I am late.\n')],
  ])('has none who %s', (_what, talked) => {
    expect(castOf(talked).map(({ name }) => name)).not.toContain('Tomas Berg');
  });
});

describe('one of three with numbers', () => {
  const script = (welcome: string, thanks = 'Thanks for having me.') => `
Speaker 1: Hello, I'm Mara Quill. ${welcome}
Speaker 3: ${thanks} I mend lamps.
Speaker 2: I do not.
${talk('Speaker 3', 'Speaker 1', 'Speaker 2')}
`;
  const third = (...given: Parameters<typeof script>) =>
    castOf(script(...given)).find(({ labels }) => labels.includes('Speaker 3'))?.name;

  test.each(['Tomas Berg, welcome to the show.', 'It is good to have you, Dr. Tomas Berg.'])(
    'has the name with which they are welcomed right before: %s',
    (welcome) => {
      expect(third(welcome)).toBe('Tomas Berg');
      expect(verifyShowNotes(written(spoken(script(welcome))))).toEqual([]);
      expect(written(spoken(script(welcome))).showNotes.mentions.map(({ text }) => text)).not.toContain('Tomas Berg');
    },
  );

  test.each([
    ['Tomas Berg, welcome to the show.', 'It rains.'],
    ['Tomas, welcome to the show.'],
    ['Welcome to the show that Tomas Berg made.'],
    ['Tomas Berg, welcome to the show. Lena Ode, welcome to the show.'],
    ['Tomas Berg mends lamps.'],
  ])('has none: %s %s', (...given) => {
    expect(third(...(given as [string, string?]))).toBe('Speaker 3');
  });
});

test('whoever hardly says a word is not whom the host welcomes', () => {
  const script = `
Speaker 1: Hello, I'm Mara Quill. Tomas Berg, welcome to the show.
Speaker 3: Happy to be here, and at the knobs.
Speaker 2: Thanks. I mend lamps.
${talk('Speaker 2', 'Speaker 1').repeat(4)}
`;
  expect(castOf(script).map(({ name }) => name)).not.toContain('Tomas Berg');
});

test('a voice without a label that says its name is neither a mention nor a topic', () => {
  const said = (name: string) =>
    `I'm ${name}, and this is a talk about Selwick. ${'Selwick has lamps. Nobody in Selwick paints lamps. '.repeat(4)} Tomas Berg saw Selwick. We met Tomas Berg.`;
  const { mentions, standfirst } = written(spoken(said('Tomas Berg'))).showNotes;
  expect(mentions.map(({ text }) => text)).toContain('Selwick');
  expect(JSON.stringify([mentions, standfirst])).not.toContain('Tomas Berg');
  expect(JSON.stringify(written(spoken(said('Lena Ode'))).showNotes.mentions)).toContain('Tomas Berg');
});

test('whom “and” joins to somebody who is brought in is a guest as well', () => {
  const script = `
Mara Quill: This is the Lamp Room. I sat down with Dr. Lena Ode, a lampologist at the Selwick Clinic, and Tomas Berg, a patient.
${talk('Lena Ode', 'Tomas Berg', 'Mara Quill')}
`;
  expect(castOf(script).map(({ name, role, introduction }) => [name, role, introduction?.text])).toEqual([
    ['Mara Quill', 'host', undefined],
    ['Lena Ode', 'guest', 'a lampologist at the Selwick Clinic'],
    ['Tomas Berg', 'guest', undefined],
  ]);
});

test('whoever says somebody else’s full name does not have it', () => {
  const script = `
Mara: This is the Lamp Room with Mara Quill. Our guest is Lena.
Lena: Hello. My teacher was Lena Ode, and we are no family.
${talk('Lena', 'Mara')}
`;
  expect(castOf(script).map(({ name }) => name)).toEqual(['Mara Quill', 'Lena']);
});

test.each([
  ['Mara', 'And I’m Mara Quill.', 'Mara Quill'],
  ['HOST', 'And I’m Mara Quill.', 'Mara Quill'],
  ['Mara', 'And I’m off.', 'Mara'],
  ['HOST', 'The book that helped me most? It’s Anna Karenina.', 'HOST'],
  ['HOST', 'Which lamp? It’s Anna Karenina.\nTomas Berg: Yes.', 'HOST'],
  ['HOST', 'And he said, I’m Peter Falk.', 'HOST'],
  ['HOST', 'I’m Ada Marsh’s brother.', 'HOST'],
  ['HOST', 'I am King Lear, he said.', 'HOST'],
])('%s says who they are at the end: “%s”', (label, farewell, name) => {
  const script = `${label}: Hello, and welcome.\nTomas Berg: Hello.\n${talk('Tomas Berg', label).repeat(20)}\n${label}: ${farewell}\n`;
  expect(castOf(script).map((person) => person.name)).toContain(name);
});

test('the audience, under one label, is nobody, and no guest', () => {
  const script = (label: string) => `
Mara Quill: This is the Lamp Room, and my guest is Tomas Berg.
Tomas Berg: Hello.
${talk('Tomas Berg', 'Mara Quill').repeat(3)}
${label}: I’m Piet Maas, I’m a retired lamp keeper at the harbour.
Tomas Berg: Hello.
${label}: Hi. My mother has a lamp.
`;
  const asker = (label: string) => castOf(script(label)).find(({ labels }) => labels.includes(label));
  expect(asker('Audience Member')).toEqual({ name: 'Audience Member', role: 'other', labels: ['Audience Member'] });
  expect(asker('Participant')?.name).toBe('Piet Maas');
});

test('what somebody does may stand before their name, and alone is no part of it', () => {
  const script = (name: string) => `
Mara: This is the Lamp Room with my friend ${name}.
Tomas: I cook on lamps. We run Knife and Puppet on them.
${talk('Tomas', 'Mara')}
`;
  const mentions = (text: string) => written(spoken(text)).showNotes.mentions.map((mention) => mention.text);
  expect(castOf(script('Chef Tomas Berg')).map(({ name }) => name)).toContain('Tomas Berg');
  expect(mentions(script('Chef Tomas Berg')).join()).not.toContain('Berg');
  expect(mentions(script('Tomas Berg').replace('Knife', 'Chef'))).toContain('Chef');
});

test('an introduction ends before a clause that comes to nothing', () => {
  const script = `
Mara Quill: This is the Lamp Room. Who are you?
Lena Ode: I'm a staff engineer at Norwell, which is a, it's a lamp company.
${talk('Lena Ode', 'Mara Quill')}
`;
  expect(castOf(script).find(({ name }) => name === 'Lena Ode')?.introduction?.text).toBe(
    'a staff engineer at Norwell',
  );
});

describe('a full name that is first said to say thank you', () => {
  const script = (farewell: string) => `
Mara Quill: This is the Lamp Room. Tomas, it is good to have you here.
Tomas: Hello.
${talk('Tomas', 'Mara Quill').repeat(20)}
Mara Quill: ${farewell}
`;
  const guest = (farewell: string) => castOf(script(farewell)).map(({ name }) => name)[1];

  test('by themselves, is somebody else’s', () => {
    expect(guest('Bye.\nTomas: Tomas Berg, thanks for your card.')).toBe('Tomas');
  });

  test.each([
    'Tomas Berg, thanks for coming.',
    'Thank you so much, Tomas Berg.',
    'Well, thank you, Dr. Tomas Berg, for the lamp.',
  ])('%s', (farewell) => {
    expect(guest(farewell)).toBe('Tomas Berg');
  });

  test.each([
    'Thanks to Tomas Berg.',
    'Tomas Berg, the painter, has died.',
    'Thank you for the lamp that Tomas Berg made.',
    'Thank you, Anna Berg.',
  ])('is nobody’s in “%s”', (farewell) => {
    expect(guest(farewell)).toBe('Tomas');
  });
});

test('“This is Harbour Lights” names the show, “This is Mara Quill” whoever says it', () => {
  const script = (name: string) => `
Speaker 1: Hello. This is ${name}.
Speaker 2: A lamp, please.
${talk('Speaker 1', 'Speaker 2')}
`;
  expect(castOf(script('Harbour Lights')).map(({ name }) => name)).toEqual(['Speaker 1', 'Speaker 2']);
  expect(castOf(script('Mara Quill')).map(({ name }) => name)).toContain('Mara Quill');
});
