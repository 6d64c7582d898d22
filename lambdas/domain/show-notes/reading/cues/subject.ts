import { type Phrases, phrases } from '.';

/** Says in the opening what the episode is about. */
export const TOPIC: Phrases = phrases({
  en: `
    we talk about, we discuss, we're discussing, we're talking, talking about, we're going to talk, we're going
    to discuss, we'll discuss, we'll talk, we'll be talking, we'll be discussing, discussing, this episode is
    about, today's episode is, today's topic, the topic, going to be talking, going to discuss, this week i
    talk, i talk to, i talk with, i'm talking with, i'm talking to, i am talking with, i am talking to, i'm
    speaking with, i'm speaking to, i spoke, we speak, i speak, gonna talk, gonna discuss, dive into, we're
    diving into, we're covering, we'll cover, we're here to talk, here to talk, get to know, to explain,
    explain, explore, learn about, in this episode, on this episode, on today, today we're, today we, we'll be,
    talk a little bit, talk a bit about, going to talk about, talked about, we want to talk, wanted to talk,
    we get into, we'll get into, we look at, we'll look at, a conversation about`,
  de: `
    sprechen wir, reden wir, wir sprechen, wir reden, spreche ich, rede ich, es geht um, geht es um, geht es heute, geht's um,
    unser thema, thema heute, in dieser folge, heute erzählt, heute erklärt, heute schauen wir, heute wollen wir`,
  es: `
    hablamos, hablaremos, vamos a hablar, en este episodio, el tema, hoy nos, hoy vamos, hoy conversamos, hoy charlamos,
    hoy exploramos`,
  fr: `
    nous parlons, on parle, nous allons parler, on va parler, dans cet épisode, le sujet, aujourd'hui nous, aujourd'hui on,
    aujourd'hui je`,
  ja: `今日のテーマ, 今回のテーマ, 今日は, 本日は, 今回は, テーマは, お話を伺, お話しし, 話していきます`,
  zh: `今天我们, 我们今天, 今天的话题, 今天的主题, 本期节目, 这期节目, 这一期, 我们来聊, 聊一聊, 今天想聊, 今天要聊`,
});

/** Says in the opening who is on, or what is to be heard. */
export const ANNOUNCES: Phrases = phrases({
  en: `
    today's guest, my guest is, my guest today, our guest is, our guest today, joined by, i sat down with, you'll hear,
    you're going to hear, you're about to hear, coming up, chatting with, chat with, speak with, interview,
    takes us through, tells us about, will tell us, conversation with, special guest, brought on, this week we,
    on today's, in today's`,
  de: `unser gast, mein gast, zu gast, spreche ich mit, sprechen wir mit`,
  es: `nuestro invitado, nuestra invitada, hablamos con, hablo con`,
  fr: `notre invité, notre invitée, mon invité, mon invitée, nous recevons, je reçois`,
  ja: `ゲストは, ゲストに`,
  zh: `嘉宾是, 请到了, 邀请到`,
});

/** Begins a sentence that leads from one subject to the next. */
export const LEADS_ON: Phrases = after(
  phrases({
    en: `so, and, but, now, okay, well, and so, okay so, all right, then`,
    de: `und, dann, also`,
    es: `y, ahora, pues`,
    fr: `et, alors, donc`,
  }),
  phrases({
    en: `
      let's talk, let's begin, let's start, let's turn, let's move, let's go, let's get, let's jump, let's dive,
      let's switch, let's come, let's look, let's wrap, let's finish, let's end, let us talk, let us begin, let
      us start, let us turn, moving on, let's come back, i want to turn to, i'd like to turn to, i wanted to
      turn to, i want to move on to, i wanna move on to, i'd like to move on to, i want to come to, let me turn to, let me ask
      about, let me ask you about, i want to ask about, i want to ask you about, i wanted to ask about, i wanted
      to ask you about, i'd like to ask about, last topic, next topic, final topic`,
    de: `lass uns, lassen sie uns, kommen wir, fangen wir, sprechen wir, reden wir, zum schluss noch`,
    es: `hablemos, pasemos, empecemos, vamos a hablar`,
    fr: `parlons, passons, commençons, revenons`,
  }),
);

/** Asks a guest to tell, or listeners to wait, and says nothing by itself. */
export const INVITES: Phrases = phrases({
  en: `
    before we get into, before we get started, before we start, before we begin, before we dive, before we jump,
    before we go any further, tell us about yourself, about yourself, tell us a bit, tell us a little, tell us more,
    tell us your, tell us how you, tell us what you, tell me a bit, tell me a little, tell me more, tell me about,
    can you tell, could you tell, so tell us, tell people, tell everyone, tell everybody, tell our listeners,
    tell the listeners, introduce yourself, walk us through, talk us through`,
  de: `
    bevor wir anfangen, bevor wir einsteigen, bevor wir loslegen, bevor wir beginnen, erzähl mal, erzähl uns, erzählen
    sie uns, stell dich, stellen sie sich, kannst du uns, können sie uns`,
  es: `antes de empezar, antes de entrar, cuéntanos, cuéntame, cuéntenos, háblanos, preséntate, puedes contarnos`,
  fr: `
    avant de commencer, avant d'entrer, raconte nous, racontez nous, dis nous, dites nous, présente toi, présentez
    vous, parle nous, parlez nous, peux tu nous, pouvez vous nous`,
  ja: `自己紹介, 教えてください, 聞かせてください`,
  zh: `自我介绍, 给我们讲讲, 跟我们说说, 介绍一下自己`,
});

/** The phrases as they are, then behind each of the words that one begins with. */
function after(starts: Phrases, plain: Phrases): Phrases {
  return Object.fromEntries(
    Object.entries(plain).map(([language, all]) => [
      language,
      ['', ...(starts[language] ?? []).map((start) => `${start} `)].flatMap((start) =>
        all.map((phrase) => start + phrase),
      ),
    ]),
  );
}

/** Leads to the subject itself. */
export const ABOUT: Phrases = phrases({
  en: `about, discuss, discussing, covering, explore, explain`,
  de: `über, um, darüber, darum`,
  es: `sobre, de`,
  fr: `sur, de`,
  ja: `について, に関して`,
  zh: `关于, 聊聊, 聊一聊, 讨论, 谈谈`,
});

/** Counts through a list of subjects. */
export const NEXT: Phrases = phrases({
  en: `next, next up, next one, next item, next section, next question, next topic, the next`,
  de: `nächste frage, nächstes thema, als nächstes, nächster punkt`,
  es: `siguiente, a continuación`,
  fr: `prochaine question, prochain sujet, ensuite`,
});

/** Says that something else begins. */
export const MOVES_ON: Phrases = phrases({
  en: `
    let's talk, let's move, let's go, let's start, let's get, let's turn, let's chat, let's begin, let's dive,
    let's switch, let's come, let's look, let's jump, let's discuss, let's take, let's step, let us, moving on,
    move on, moving to, moving along, switch gears, switching gears, change gears, shift gears, transition,
    transitioning, jump to, jumping to, turn to, turning to, shift to, segue, next, change the subject`,
  de: `
    kommen wir, lass uns, lasst uns, lassen sie uns, sprechen wir, reden wir, gehen wir, als nächstes,
    themenwechsel, nächste frage, nächstes thema, nächster punkt, nun zu, damit zu, weiter geht`,
  es: `
    hablemos, pasemos, pasamos a, vamos a hablar, empecemos, siguiente, a continuación, cambiando de tema,
    cambiemos de tema, sigamos`,
  fr: `
    parlons, passons, on passe à, commençons, revenons, on va parler, prochaine, prochain, ensuite, changeons de
    sujet, continuons`,
  ja: `では次, 次に, 次は, 次の, さて, 話は変わり, 話を変え, 続いて`,
  zh: `接下来, 下面, 下一个, 再来, 我们来聊, 我们来谈, 换个话题, 我们聊聊, 我们谈谈`,
});

/** Counts through a list of subjects. */
export const COUNTS_ON: Phrases = phrases({
  en: `
    first one, second one, third one, fourth one, last one, another one, one more, first item, second item, last
    item, final item, first question, second question, last question, final question, first thing, second thing,
    third thing, last thing, first topic, last topic, first up, first off, first of all, first things first,
    last but not least, finally, first point, third point, last point`,
  de: `
    erste frage, zweite frage, letzte frage, erstens, zweitens, drittens, zum schluss, zuletzt, schließlich,
    erster punkt, letzter punkt, noch eine frage, zunächst, zum ersten`,
  es: `
    primera pregunta, última pregunta, en primer lugar, en segundo lugar, por último, para terminar, finalmente,
    otra pregunta, una pregunta más, para empezar`,
  fr: `
    première question, dernière question, tout d'abord, premièrement, deuxièmement, pour finir, enfin, pour
    terminer, une autre question, pour commencer`,
  ja: `まずは, まず最初, 最初の, 二つ目, 三つ目, 最後に, 最後の, もう一つ, 一つ目`,
  zh: `首先, 第一个, 第二个, 第三个, 最后一个, 还有一个, 另一个, 其次`,
});

/** Asks for something that has not been talked about. */
export const ASKS_FOR: Phrases = phrases({
  en: `
    i want to ask, i wanted to ask, want to ask, wanted to ask, like to ask, i want to talk, i wanted to talk,
    want to talk about, wanted to talk about, like to talk about, i want to know, i want to get, i wanted to
    get, i want to bring, i wanted to bring, bring up, i want to touch, i wanted to touch, i want to mention, i
    wanted to mention, i want to go, want to discuss, like to discuss, i'd like to, i would like to, i'd love
    to, i would love, question for you, i have a question, my question, another, one other, one thing, the other
    thing, other thing, one last`,
  de: `
    ich möchte, ich würde gern, ich würde gerne, ich wollte, wollte ich, meine frage, eine frage, noch etwas,
    etwas anderes, eine andere, ein anderes, ein weiterer`,
  es: `
    quiero preguntar, quería preguntar, me gustaría, quisiera, mi pregunta, tengo una pregunta, otra cosa, otro
    tema, quiero hablar, quería hablar`,
  fr: `
    je voudrais, j'aimerais, je voulais, ma question, j'ai une question, autre chose, un autre, une autre, je
    veux parler`,
  ja: `お聞きしたい, 聞きたい, 伺いたい, 質問です, ところで, もう一点`,
  zh: `我想问, 想请问, 想问, 我的问题, 另外, 我想聊, 还想`,
});
