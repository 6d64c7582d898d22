import type { Sentence } from '.';

/**
 * Phrases that tell what a sentence does in a conversation, by language: lower case, straight apostrophes, single blanks
 * between words, none in languages that write none. A language without a phrase simply has no such cue.
 */
export type Phrases = Readonly<Record<string, readonly string[]>>;

/** The first of the language's phrases that the sentence says, with where it ends: an index of the sentence's words. */
export function cueIn({ words }: Sentence, phrases: Phrases, language: string): { end: number } | undefined {
  if (UNSPACED.has(language)) return unspacedCueIn(words, phrases[language] ?? []);
  const byFirstWord = phrasesByFirstWord(phrases, language);
  if (byFirstWord.size === 0) return undefined;
  let found: { readonly phrase: IndexedPhrase; readonly at: number } | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const phrase = byFirstWord.get(words[at]?.spelling.plain ?? '')?.find((each) => isSaidAt(at, each, words));
    if (phrase && !(found && found.phrase.rank <= phrase.rank)) found = { phrase, at };
  }
  return found && { end: found.at + found.phrase.words.length };
}

/** Languages that write no blanks: where their words end, the segmenter says, and in its next version it may say otherwise. */
const UNSPACED: ReadonlySet<string> = new Set(['ja', 'zh']);

/** The first of the phrases that some of the words spell out. */
function unspacedCueIn(words: Sentence['words'], phrases: readonly string[]): { end: number } | undefined {
  const text = words.map(({ spelling }) => spelling.plain).join('');
  const phrase = phrases.find((each) => text.includes(each));
  if (phrase === undefined) return undefined;
  const to = text.indexOf(phrase) + phrase.length;
  let end = 0;
  for (let length = 0; length < to; end += 1) length += words[end]?.spelling.plain.length ?? to;
  return { end };
}

export const says = (sentence: Sentence, phrases: Phrases, language: string): boolean =>
  cueIn(sentence, phrases, language) !== undefined;

const isSaidAt = (at: number, phrase: IndexedPhrase, words: Sentence['words']): boolean =>
  phrase.words.every((word, index) => words[at + index]?.spelling.plain === word);

interface IndexedPhrase {
  readonly words: readonly string[];
  /** Its place in the list: the first that is said counts. */
  readonly rank: number;
}

type PhrasesByFirstWord = ReadonlyMap<string, readonly IndexedPhrase[]>;

const indexes = new WeakMap<Phrases, Map<string, PhrasesByFirstWord>>();

/** The phrases by the word that they begin with, worked out once: a sentence has few words that begin any. */
function phrasesByFirstWord(phrases: Phrases, language: string): PhrasesByFirstWord {
  const ofAll = indexes.get(phrases) ?? new Map<string, PhrasesByFirstWord>();
  indexes.set(phrases, ofAll);
  const known = ofAll.get(language);
  if (known) return known;
  const index = new Map<string, IndexedPhrase[]>();
  for (const [rank, phrase] of (phrases[language] ?? []).entries()) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    const sameStart = index.get(first);
    if (sameStart) sameStart.push({ words, rank });
    else index.set(first, [{ words, rank }]);
  }
  ofAll.set(language, index);
  return index;
}

/** "I am …", followed by a name. */
export const SELF_INTRODUCTION: Phrases = {
  en: ['my name is', "my name's", "i'm", 'i am', 'this is', 'name is', "it's", 'myself'],
  de: ['mein name ist', 'ich heiße', 'ich bin'],
  es: ['me llamo', 'mi nombre es', 'soy'],
  fr: ["je m'appelle", 'mon nom est', 'je suis'],
};

/** Greets the audience, as hosts do. */
export const WELCOME: Phrases = {
  en: [
    ...['welcome to', 'welcome back to', 'welcome everybody', 'welcome everyone', "you're listening to"],
    ...['you are listening to', 'this is episode', 'another episode', 'today on', "today's episode", "today's show"],
    ...['this episode', 'on the show', 'on this show', 'on the podcast', 'our guest', 'my guest', 'our listeners'],
    ...['your host', 'your hosts', "i'll be your host", 'joined by', 'joining me', 'joining us', 'live from'],
    ...["we're going to talk about", 'we are here to talk about', "we're here to talk about"],
  ],
  de: ['willkommen', 'herzlich willkommen', 'in dieser folge', 'unser gast', 'mein gast', 'liebe hörer', 'zu gast'],
  es: ['bienvenidos', 'bienvenidas', 'bienvenida', 'en este episodio', 'nuestro invitado', 'nuestra invitada'],
  fr: ['bienvenue', 'dans cet épisode', 'notre invité', 'notre invitée', 'mon invité', 'mon invitée'],
};

/** Names the show right after. */
export const WELCOMES_TO: Phrases = {
  en: ['welcome to', 'welcome back to', 'listening to', 'and this is', 'another episode of', 'episode of', 'this is'],
  de: ['willkommen bei', 'willkommen zu', 'willkommen zum', 'willkommen zur'],
  es: ['bienvenidos a', 'bienvenidas a'],
  fr: ['bienvenue dans', 'bienvenue à', 'bienvenue sur'],
};

/** Calls whoever is named next a guest. */
export const GUEST: Phrases = {
  en: ['guest', 'guests', "today's guest is", 'special guest', 'guest today is', 'guest is', 'guests are'],
  de: ['gast', 'gäste', 'zu gast ist', 'zu gast'],
  es: ['invitado', 'invitada', 'invitados', 'invitado es', 'invitada es'],
  fr: ['invité', 'invitée', 'invités', 'invité est', 'invitée est'],
};

/** Brings in whoever is named a little later. */
export const BRINGS_IN: Phrases = {
  en: [
    ...[
      'joined by',
      'joined me',
      'joined us',
      'guest',
      'guests',
      'with us',
      'with me',
      'welcome',
      'talk to',
      'talk with',
    ],
    ...[
      'talked to',
      'talked with',
      'talking to',
      'talking with',
      'speak to',
      'speak with',
      'speaking to',
      'speaking with',
    ],
    ...[
      'spoke to',
      'spoke with',
      'interview',
      'interviewing',
      'interviewed',
      'we have',
      "we've got",
      'i have',
      'we also have',
    ],
    ...[
      'to introduce',
      'chat with',
      'chatting with',
      'chatted with',
      'here with',
      'sitting down with',
      'sit down with',
    ],
    ...[
      'sat down with',
      'invited',
      'conversation with',
      'introducing',
      'brought on',
      'caught up with',
      'on today',
      'i got',
    ],
    ...[
      'thanks for joining us',
      'thank you for joining us',
      'nice to have',
      'great to have',
      'glad to have',
      'happy to have',
    ],
    ...['excited to have', 'good to have', 'pleasure to have', 'today is', 'thanks for coming', 'please welcome'],
  ],
  de: ['zu gast', 'gast', 'bei mir', 'bei uns', 'spreche mit', 'sprechen mit', 'rede mit', 'reden mit', 'willkommen'],
  es: ['invitado', 'invitada', 'con nosotros', 'conmigo', 'hablo con', 'hablamos con', 'bienvenido', 'bienvenida'],
  fr: ['invité', 'invitée', 'avec nous', 'avec moi', 'je reçois', 'nous recevons', 'je parle avec', 'bienvenue'],
};

/** Brings in whoever was named a little earlier. */
export const IS_BROUGHT_IN: Phrases = {
  en: [
    ...[
      'joining us',
      'joining me',
      'joins us',
      'joins me',
      'joined me',
      'joined us',
      'with us',
      'on the show',
      'on the podcast',
    ],
    ...[
      'is here',
      'is back',
      'welcome',
      'thanks for joining',
      'thank you for joining',
      'thanks for coming',
      'our guest',
      'my guest',
    ],
    ...[
      'thank you so much for joining',
      'thank you so much for coming',
      'great to have you',
      'good to have you',
      'glad to have you',
    ],
  ],
  de: ['bei uns', 'bei mir', 'zu gast', 'willkommen'],
  es: ['con nosotros', 'conmigo', 'bienvenido', 'bienvenida'],
  fr: ['avec nous', 'avec moi', 'bienvenue'],
};

/** Thanks somebody for coming, without having to name them. */
export const WELCOMES_YOU: Phrases = {
  en: [
    ...['thanks for joining', 'thank you for joining', 'thank you so much for joining', 'thanks so much for joining'],
    ...[
      'thank you for coming',
      'thanks for coming',
      'thank you so much for coming',
      'nice to have you',
      'great to have you',
    ],
    ...['glad to have you', 'happy to have you', 'good to have you', 'excited to have you', 'welcome to the show'],
    ...['welcome to the podcast', 'thanks for being here', 'thank you for being here', 'thanks for being on'],
  ],
  de: ['schön dass du da bist', 'schön dass sie da sind', 'danke dass du', 'danke dass sie'],
  es: ['gracias por venir', 'gracias por estar', 'gracias por acompañarnos'],
  fr: ["merci d'être", 'merci de nous rejoindre', 'merci de nous avoir rejoint'],
};

/** Said by somebody who was asked in. */
export const ASKED_IN: Phrases = {
  en: [
    ...['for having me', 'for having us', 'for inviting me', 'for the invitation', 'for the invite', 'having me on'],
    ...['glad to be here', 'happy to be here', 'great to be here', 'good to be here', 'excited to be here'],
    ...['pleasure to be here', 'honored to be here', 'honoured to be here', 'thrilled to be here', 'nice to be here'],
    ...[
      'delighted to be here',
      'glad to be on',
      'happy to be on',
      'excited to be on',
      'great to be on',
      'pleasure to be on',
    ],
    ...['glad to be back', 'happy to be back', 'great to be back', 'good to be back', 'super happy to be here'],
  ],
  de: ['für die einladung', 'dass ich hier sein darf', 'dass ich da sein darf', 'freue mich hier zu sein'],
  es: ['por invitarme', 'por la invitación', 'por tenerme', 'encantado de estar aquí', 'encantada de estar aquí'],
  fr: ["pour l'invitation", "de m'avoir invité", "de m'avoir invitée", 'de me recevoir', "ravi d'être", "ravie d'être"],
};

/** Asks somebody to say who they are. */
export const ASKS_WHO: Phrases = {
  en: [
    ...['introduce yourself', 'introduce yourselves', 'about yourself', 'who you are', 'your background', 'about you'],
    ...['how did you get into', 'how did you get started', 'how you got into', 'how you got started', 'your journey'],
  ],
  de: ['stell dich', 'stellen sie sich', 'stellt euch', 'wer bist du', 'wer sind sie'],
  es: ['preséntate', 'presentarte', 'presentarse', 'quién eres', 'cuéntanos'],
  fr: ['te présenter', 'vous présenter', 'présente toi', 'présentez vous', 'qui êtes vous', 'qui es tu'],
};

/** Ends the show, as hosts do. */
export const CLOSES: Phrases = {
  en: [
    ...[
      'for listening',
      'for tuning in',
      "that's it for",
      'that is it for',
      "that's all for",
      'see you next',
      'see you in',
    ],
    ...[
      'until next',
      'next week',
      'next time',
      'next episode',
      'subscribe',
      'for joining us',
      'for joining me',
      'for coming on',
    ],
    ...[
      'for being here',
      'for being on',
      'for your time',
      'for their time',
      'thank you to our',
      'thanks to our',
      'tune in',
    ],
    ...[
      "that's our show",
      "that's the show",
      'wrap up',
      'wrap it up',
      'wraps up',
      'follow us',
      'find us',
      'rate and review',
    ],
  ],
  de: ['fürs zuhören', 'bis zum nächsten', 'bis zur nächsten', 'abonniert', 'das war', 'nächste woche'],
  es: ['por escuchar', 'por escucharnos', 'hasta la próxima', 'suscríbete', 'próximo episodio', 'próxima semana'],
  fr: [
    'de nous avoir écoutés',
    'à bientôt',
    'abonnez vous',
    'prochain épisode',
    'la semaine prochaine',
    "d'avoir écouté",
  ],
};

/** Named beside the host as another host. */
export const CO_HOST: Phrases = {
  en: [
    'co-host',
    'cohost',
    'co-hosts',
    'cohosts',
    'fellow host',
    'fellow hosts',
    'regular panelist',
    'regular panelists',
  ],
  de: ['co-host', 'mitgastgeber', 'mitgastgeberin'],
  es: ['copresentador', 'copresentadora'],
  fr: ['coanimateur', 'coanimatrice'],
};

/** Money for the show: whatever stands in the same paragraph is an advertisement. */
export const SPONSOR: Phrases = {
  en: [
    ...[
      'brought to you by',
      'our sponsor',
      'our sponsors',
      'sponsored by',
      'is sponsored',
      'todays sponsor',
      "today's sponsor",
    ],
    ...[
      "this episode's sponsor",
      'promo code',
      'discount code',
      'coupon code',
      'use code',
      'use the code',
      'free trial',
    ],
    ...[
      'off your first',
      'percent off',
      'support for this podcast',
      'supported by our',
      'for sponsoring',
      'sponsor of',
    ],
    ...[
      'a sponsor',
      'sponsor for this episode',
      'sponsors for this episode',
      'money-back guarantee',
      'terms and conditions apply',
    ],
  ],
  de: ['unser sponsor', 'gesponsert von', 'werbung', 'rabattcode', 'gutscheincode', 'unterstützt von'],
  es: ['patrocinado por', 'nuestro patrocinador', 'código de descuento', 'prueba gratuita'],
  fr: ['sponsorisé par', 'notre sponsor', 'code promo', 'essai gratuit', 'notre partenaire'],
};

/** About the show and not about its subject. */
export const HOUSEKEEPING: Phrases = {
  en: [
    ...[
      'welcome to',
      'welcome back',
      'for listening',
      'for tuning in',
      'subscribe',
      'follow us',
      'find us',
      'rate and review',
    ],
    ...[
      'patreon',
      'show notes',
      'our website',
      'our newsletter',
      'mailing list for the show',
      'let us know',
      'email me',
    ],
    ...[
      'email us',
      'on twitter',
      'on mastodon',
      'on bluesky',
      'on linkedin',
      'leave a review',
      'five stars',
      'five-star',
    ],
    ...['next episode', 'previous episode', 'last episode', 'next week', 'last week', 'the audio', 'the transcript'],
    ...[
      'for having me',
      'for coming on',
      'for joining',
      'to be here',
      'see you next',
      'introduce yourself',
      'thank you so much',
    ],
    ...['thanks so much', 'can you hear', 'my microphone', 'my mic', 'recording', 'get started', 'dive in', 'jump in'],
    ...[
      'jump into it',
      'jump right in',
      'this podcast',
      'the podcast',
      'this show',
      'the show',
      'this episode',
      'our listeners',
    ],
    ...[
      'want to thank',
      'write to me',
      'write to us',
      'love to hear',
      'thank you',
      'thanks for',
      'joined us',
      'joining us',
    ],
    ...['my name is', 'listeners', 'apologize', 'i hope you', 'live from', 'be back', 'and this is'],
    ...[
      'transition to',
      'move on to',
      'switch gears',
      "that's it for",
      "that's all for",
      'time we have',
      'out of time',
    ],
  ],
  de: [
    'willkommen',
    'fürs zuhören',
    'abonniert',
    'shownotes',
    'bewertet',
    'nächste folge',
    'letzte folge',
    'dieser podcast',
  ],
  es: ['bienvenidos', 'por escuchar', 'suscríbete', 'síguenos', 'próximo episodio', 'este podcast'],
  fr: ['bienvenue', 'abonnez vous', 'suivez nous', 'prochain épisode', 'ce podcast', 'cet épisode'],
};

/** Says in the opening what the episode is about. */
export const TOPIC: Phrases = {
  en: [
    ...['we talk about', 'we discuss', "we're discussing", "we're talking", 'talking about', "we're going to talk"],
    ...[
      "we're going to discuss",
      "we'll discuss",
      "we'll talk",
      "we'll be talking",
      "we'll be discussing",
      'discussing',
    ],
    ...[
      'this episode is about',
      "today's episode is",
      "today's topic",
      'the topic',
      'going to be talking',
      'going to discuss',
    ],
    ...[
      'this week i talk',
      'i talk to',
      'i talk with',
      "i'm talking with",
      "i'm talking to",
      'i am talking with',
      'i am talking to',
      "i'm speaking with",
      "i'm speaking to",
      'i spoke',
      'we speak',
      'i speak',
      'gonna talk',
      'gonna discuss',
      'dive into',
    ],
    ...[
      "we're diving into",
      "we're covering",
      "we'll cover",
      "we're here to talk",
      'here to talk',
      'get to know',
      'to explain',
    ],
    ...[
      'explain',
      'explore',
      'learn about',
      'in this episode',
      'on this episode',
      'on today',
      "today we're",
      'today we',
      "we'll be",
    ],
    ...[
      'talk a little bit',
      'talk a bit about',
      'going to talk about',
      'talked about',
      'we want to talk',
      'wanted to talk',
    ],
  ],
  de: ['sprechen wir', 'reden wir', 'es geht um', 'geht es um', 'unser thema', 'in dieser folge', 'heute'],
  es: ['hablamos', 'hablaremos', 'vamos a hablar', 'en este episodio', 'el tema', 'hoy'],
  fr: ['nous parlons', 'on parle', 'nous allons parler', 'on va parler', 'dans cet épisode', 'le sujet', "aujourd'hui"],
};

/** Begins a sentence that leads from one subject to the next. */
export const LEADS_ON: Phrases = {
  en: leadIns(
    ['', 'so ', 'and ', 'but ', 'now ', 'okay ', 'well ', 'and so ', 'okay so ', 'all right ', 'then '],
    [
      ...[
        "let's talk",
        "let's begin",
        "let's start",
        "let's turn",
        "let's move",
        "let's go",
        "let's get",
        "let's jump",
      ],
      ...["let's dive", "let's switch", "let's come", "let's look", "let's wrap", "let's finish", "let's end"],
      ...['let us talk', 'let us begin', 'let us start', 'let us turn', 'moving on', "let's come back"],
    ],
  ),
  de: leadIns(
    ['', 'und ', 'dann ', 'also '],
    ['lass uns', 'lassen sie uns', 'kommen wir', 'sprechen wir', 'reden wir'],
  ),
  es: leadIns(['', 'y ', 'ahora ', 'pues '], ['hablemos', 'pasemos', 'empecemos', 'vamos a hablar']),
  fr: leadIns(['', 'et ', 'alors ', 'donc '], ['parlons', 'passons', 'commençons', 'revenons']),
};

function leadIns(starts: readonly string[], phrases: readonly string[]): readonly string[] {
  return starts.flatMap((start) => phrases.map((phrase) => start + phrase));
}

/** Leads to the subject itself. */
export const ABOUT: Phrases = {
  en: ['about', 'discuss', 'discussing', 'covering', 'explore', 'explain'],
  de: ['über', 'um'],
  es: ['sobre', 'de'],
  fr: ['sur', 'de'],
};

/** Counts through a list of subjects. */
export const NEXT: Phrases = {
  en: ['next', 'next up', 'next one', 'next item', 'next section', 'next question', 'next topic', 'the next'],
  de: ['nächste frage', 'nächstes thema', 'als nächstes', 'nächster punkt'],
  es: ['siguiente', 'a continuación'],
  fr: ['prochaine question', 'prochain sujet', 'ensuite'],
};

/** Says that something else begins. */
export const MOVES_ON: Phrases = {
  en: [
    ...["let's talk", "let's move", "let's go", "let's start", "let's get", "let's turn", "let's chat", "let's begin"],
    ...["let's dive", "let's switch", "let's come", "let's look", "let's jump", "let's discuss", "let's take"],
    ...["let's step", 'let us', 'moving on', 'move on', 'moving to', 'moving along', 'switch gears'],
    ...['switching gears', 'change gears', 'shift gears', 'transition', 'transitioning', 'jump to', 'jumping to'],
    ...['turn to', 'turning to', 'shift to', 'segue', 'next', 'change the subject'],
  ],
  de: [
    ...[
      'kommen wir',
      'lass uns',
      'lasst uns',
      'lassen sie uns',
      'sprechen wir',
      'reden wir',
      'gehen wir',
      'als nächstes',
    ],
    ...['themenwechsel', 'nächste frage', 'nächstes thema', 'nächster punkt', 'nun zu', 'damit zu', 'weiter geht'],
  ],
  es: [
    ...['hablemos', 'pasemos', 'pasamos a', 'vamos a hablar', 'empecemos', 'siguiente', 'a continuación'],
    ...['cambiando de tema', 'cambiemos de tema', 'sigamos'],
  ],
  fr: [
    ...[
      'parlons',
      'passons',
      'on passe à',
      'commençons',
      'revenons',
      'on va parler',
      'prochaine',
      'prochain',
      'ensuite',
    ],
    ...['changeons de sujet', 'continuons'],
  ],
  ja: ['では次', '次に', '次は', '次の', 'さて', '話は変わり', '話を変え', '続いて'],
  zh: ['接下来', '下面', '下一个', '再来', '我们来聊', '我们来谈', '换个话题', '我们聊聊', '我们谈谈'],
};

/** Counts through a list of subjects. */
export const COUNTS_ON: Phrases = {
  en: [
    ...['first one', 'second one', 'third one', 'fourth one', 'last one', 'another one', 'one more', 'first item'],
    ...['second item', 'last item', 'final item', 'first question', 'second question', 'last question'],
    ...['final question', 'first thing', 'second thing', 'third thing', 'last thing', 'first topic', 'last topic'],
    ...['first up', 'first off', 'first of all', 'first things first', 'last but not least', 'finally', 'first point'],
    ...['third point', 'last point'],
  ],
  de: [
    ...['erste frage', 'zweite frage', 'letzte frage', 'erstens', 'zweitens', 'drittens', 'zum schluss', 'zuletzt'],
    ...['schließlich', 'erster punkt', 'letzter punkt', 'noch eine frage', 'zunächst', 'zum ersten'],
  ],
  es: [
    ...['primera pregunta', 'última pregunta', 'en primer lugar', 'en segundo lugar', 'por último', 'para terminar'],
    ...['finalmente', 'otra pregunta', 'una pregunta más', 'para empezar'],
  ],
  fr: [
    ...['première question', 'dernière question', "tout d'abord", 'premièrement', 'deuxièmement', 'pour finir'],
    ...['enfin', 'pour terminer', 'une autre question', 'pour commencer'],
  ],
  ja: ['まずは', 'まず最初', '最初の', '二つ目', '三つ目', '最後に', '最後の', 'もう一つ', '一つ目'],
  zh: ['首先', '第一个', '第二个', '第三个', '最后一个', '还有一个', '另一个', '其次'],
};

/** Asks for something that has not been talked about. */
export const ASKS_FOR: Phrases = {
  en: [
    ...['i want to ask', 'i wanted to ask', 'want to ask', 'wanted to ask', 'like to ask', 'i want to talk'],
    ...['i wanted to talk', 'want to talk about', 'wanted to talk about', 'like to talk about', 'i want to know'],
    ...['i want to get', 'i wanted to get', 'i want to bring', 'i wanted to bring', 'bring up', 'i want to touch'],
    ...['i wanted to touch', 'i want to mention', 'i wanted to mention', 'i want to go', 'want to discuss'],
    ...['like to discuss', "i'd like to", 'i would like to', "i'd love to", 'i would love', 'question for you'],
    ...['i have a question', 'my question', 'another', 'one other', 'one thing', 'the other thing', 'other thing'],
    ...['one last'],
  ],
  de: [
    ...['ich möchte', 'ich würde gern', 'ich würde gerne', 'ich wollte', 'wollte ich', 'meine frage', 'eine frage'],
    ...['noch etwas', 'etwas anderes', 'eine andere', 'ein anderes', 'ein weiterer'],
  ],
  es: [
    ...[
      'quiero preguntar',
      'quería preguntar',
      'me gustaría',
      'quisiera',
      'mi pregunta',
      'tengo una pregunta',
      'otra cosa',
    ],
    ...['otro tema', 'quiero hablar', 'quería hablar'],
  ],
  fr: [
    ...['je voudrais', "j'aimerais", 'je voulais', 'ma question', "j'ai une question", 'autre chose', 'un autre'],
    ...['une autre', 'je veux parler'],
  ],
  ja: ['お聞きしたい', '聞きたい', '伺いたい', '質問です', 'ところで', 'もう一点'],
  zh: ['我想问', '想请问', '想问', '我的问题', '另外', '我想聊', '还想'],
};
