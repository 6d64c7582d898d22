import { type Phrases, phrases } from '.';

/** "I am …", followed by a name. */
export const SELF_INTRODUCTION: Phrases = phrases({
  en: `
    i'm your host, i am your host, i'm your co-host, this is your host, my name is, my name's, i'm, i am, this is, name
    is, it's, myself`,
  de: `mein name ist, ich heiße, ich bin`,
  es: `me llamo, mi nombre es, soy`,
  fr: `je m'appelle, mon nom est, je suis`,
});

/** "I am …", followed by what somebody is. */
export const SELF_DESCRIPTION: Phrases = phrases({
  en: `i'm, i am, i work as`,
  de: `ich bin`,
  es: `soy`,
  fr: `je suis`,
});

/** Goes on to say what somebody is who was named last. */
export const SAYS_OF_NAMED: Phrases = phrases({
  en: `he is, she is, he's, she's, he was, she was`,
  de: `er ist, sie ist, er war, sie war`,
  fr: `il est, elle est, il était, elle était`,
});

/** Goes on to say what somebody who was named last does or has done "as a lock keeper". */
export const HAS_BEEN: Phrases = phrases({
  en: `he has, she has, he spent, she spent, he worked, she worked, he works, she works`,
  de: `er hat, sie hat, er arbeitet, sie arbeitet, er arbeitete, sie arbeitete`,
});

/** Stands between a name and what somebody is. */
export const IS: Phrases = phrases({ en: 'is', de: 'ist', es: 'es', fr: 'est' });

/** Greets the audience, as hosts do. */
export const WELCOME: Phrases = phrases({
  en: `
    welcome to, welcome back to, welcome everybody, welcome everyone, you're listening to, you are listening to,
    this is episode, another episode, today on, today's episode, today's show, this episode, on the show, on
    this show, on the podcast, our guest, my guest, our listeners, your host, your hosts, i'll be your host,
    joined by, joining me, joining us, live from, we're going to talk about, we are here to talk about, we're
    here to talk about`,
  de: `willkommen, herzlich willkommen, in dieser folge, unser gast, mein gast, liebe hörer, zu gast`,
  es: `bienvenidos, bienvenidas, bienvenida, en este episodio, nuestro invitado, nuestra invitada`,
  fr: `bienvenue, dans cet épisode, notre invité, notre invitée, mon invité, mon invitée`,
  ja: `へようこそ, 今日のゲスト, 本日のゲスト, 今回のゲスト, お送りします, お送りする, ゲストをお迎え`,
  zh: `欢迎收听, 欢迎来到, 欢迎大家, 今天的嘉宾, 本期嘉宾, 我们请到, 各位听众, 听众朋友`,
});

/** Names the show right after. */
export const WELCOMES_TO: Phrases = phrases({
  en: `welcome to, welcome back to, listening to, and this is, another episode of, episode of, this is`,
  de: `willkommen bei, willkommen zu, willkommen zum, willkommen zur`,
  es: `bienvenidos a, bienvenidas a`,
  fr: `bienvenue dans, bienvenue à, bienvenue sur`,
});

/** Calls whoever is named next a guest. */
export const GUEST: Phrases = phrases({
  en: `guest, guests, today's guest is, special guest, guest today is, guest is, guests are`,
  de: `gast, gäste, zu gast ist, zu gast`,
  es: `invitado, invitada, invitados, invitado es, invitada es`,
  fr: `invité, invitée, invités, invité est, invitée est`,
  ja: `ゲストは, ゲスト`,
  zh: `嘉宾是, 嘉宾`,
});

/** Brings in whoever is named a little later. */
export const BRINGS_IN: Phrases = phrases({
  en: `
    joined by, joined me, joined us, guest, guests, with us, with me, welcome, talk to, talk with, talked to,
    talked with, talking to, talking with, speak to, speak with, speaking to, speaking with, spoke to, spoke
    with, interview, interviewing, interviewed, we have, we've got, i have, we also have, to introduce, chat
    with, chatting with, chatted with, here with, sitting down with, sit down with, sat down with, invited,
    conversation with, introducing, brought on, caught up with, on today, i got, thanks for joining us, thank
    you for joining us, nice to have, great to have, glad to have, happy to have, excited to have, good to have,
    pleasure to have, today is, thanks for coming, please welcome`,
  de: `
    zu gast, gast, bei mir, bei uns, neben mir, mir gegenüber, zu besuch, spreche mit, sprechen mit, rede mit, reden mit,
    spreche ich mit, sprechen wir mit, rede ich mit, reden wir mit, unterhalte mich mit, treffe ich, willkommen`,
  es: `invitado, invitada, con nosotros, conmigo, hablo con, hablamos con, bienvenido, bienvenida`,
  fr: `invité, invitée, avec nous, avec moi, je reçois, nous recevons, je parle avec, bienvenue`,
  ja: `ゲストは, ゲストに, ゲスト`,
  zh: `请到了, 邀请到, 请来了, 嘉宾是, 嘉宾, 欢迎`,
});

/** Brings in whoever was named a little earlier. */
export const IS_BROUGHT_IN: Phrases = phrases({
  en: `
    joining us, joining me, joins us, joins me, joined me, joined us, with us, on the show, on the podcast, is
    here, is back, welcome, thanks for joining, thank you for joining, thanks for coming, our guest, my guest,
    thank you so much for joining, thank you so much for coming, great to have you, good to have you, glad to
    have you`,
  de: `bei uns, bei mir, zu gast, willkommen`,
  es: `con nosotros, conmigo, bienvenido, bienvenida`,
  fr: `avec nous, avec moi, bienvenue`,
  ja: `さんをお迎え, さんにお越し, さんに来て, さんにお話を`,
  zh: `做客, 来到我们, 来到节目, 来跟我们`,
});

/** Thanks somebody for coming, without having to name them. */
export const WELCOMES_YOU: Phrases = phrases({
  en: `
    thanks for joining, thank you for joining, thank you so much for joining, thanks so much for joining, thank
    you for coming, thanks for coming, thank you so much for coming, nice to have you, great to have you, glad
    to have you, happy to have you, good to have you, excited to have you, welcome to the show, welcome to the
    podcast, thanks for being here, thank you for being here, thanks for being on, thanks for taking the time,
    thank you for taking the time, thank you for making the time, we brought you here, we invited you`,
  de: `
    schön dass du da bist, schön dass sie da sind, schön dich, schön sie, danke dass du, danke dass sie, danke für deine zeit,
    danke für ihre zeit`,
  es: `gracias por venir, gracias por estar, gracias por acompañarnos`,
  fr: `merci d'être, merci de nous rejoindre, merci de nous avoir rejoint`,
  ja: `お越しいただ, 来ていただ, ようこそお越し`,
  zh: `欢迎你, 欢迎您, 欢迎来做客, 谢谢你来, 感谢你来`,
});

/** Said to somebody who is named beside it, and was here before. */
export const WELCOMES_BACK: Phrases = phrases({
  en: `
    welcome back to the show, welcome back to the podcast, welcome back on the show, welcome back on the podcast, great to
    have you back, good to have you back, glad to have you back, happy to have you back, nice to have you back`,
  de: `schön dass du wieder da bist, schön dass sie wieder da sind`,
  es: `bienvenido de nuevo, bienvenida de nuevo`,
  fr: `bon retour`,
});

/** Thanks everybody who has introduced themselves for coming. */
export const WELCOMES_ALL: Phrases = phrases({
  en: `
    thank you all for joining, thanks all for joining, thank you all for coming, thank you everyone for joining,
    thank you both for joining, thanks both for joining, thank you both for coming, thank you both for being,
    thank you all for being, thanks to all of you for joining`,
  de: `schön dass ihr da seid, danke dass ihr da seid`,
  es: `gracias a todos por venir, gracias a ambos por venir, gracias a los dos por venir`,
  fr: `merci à tous d'être, merci à tous les deux d'être, merci à toutes les deux d'être`,
});

/** Said by somebody who was asked in. */
export const ASKED_IN: Phrases = phrases({
  en: `
    for having me, for having us, for inviting me, for the invitation, for the invite, having me on, glad to be
    here, happy to be here, great to be here, good to be here, excited to be here, pleasure to be here, honored
    to be here, honoured to be here, thrilled to be here, nice to be here, delighted to be here, glad to be on,
    happy to be on, excited to be on, great to be on, pleasure to be on, glad to be back, happy to be back,
    great to be back, good to be back, super happy to be here, it's a real pleasure, it's a pleasure, long-time
    listener, longtime listener, fan of the show, fan of the podcast, fan of your show, fan of your podcast,
    listen to your podcast, listen to your show, for having me back, honor to be here, honour to be here, stoked
    to be here, pumped to be here, appreciate you having me, appreciate the invite`,
  de: `
    für die einladung, dass ich hier sein darf, dass ich da sein darf, dass ich dabei sein darf, freue mich hier zu sein,
    freue mich da zu sein, freue mich dabei zu sein`,
  es: `por invitarme, por la invitación, por tenerme, encantado de estar aquí, encantada de estar aquí`,
  fr: `pour l'invitation, de m'avoir invité, de m'avoir invitée, de me recevoir, ravi d'être, ravie d'être`,
  ja: `お招きいただ, 呼んでいただ, お呼びいただ, お招きありがとう`,
  zh: `谢谢邀请, 感谢邀请, 谢谢你们的邀请, 很高兴来到, 很荣幸来到`,
});

/** Asks somebody to introduce themselves, as only a guest is asked. */
export const ASKS_INTRODUCTION: Phrases = phrases({
  en: `
    introduce yourself, introduce yourselves, little bit about yourself, little about yourself, more about
    yourself, tell us about yourself, quick introduction, brief introduction, tell us who you are`,
  de: `stell dich, stellen sie sich, stellt euch`,
  es: `preséntate, presentarte, presentarse`,
  fr: `te présenter, vous présenter, présente toi, présentez vous`,
  ja: `自己紹介`,
  zh: `自我介绍, 介绍一下自己, 介绍下自己`,
});

/** Asks somebody to say who they are. */
export const ASKS_WHO: Phrases = phrases({
  en: `
    introduce yourself, introduce yourselves, about yourself, who you are, your background, about you, how did
    you get into, how did you get started, how you got into, how you got started, your journey`,
  de: `stell dich, stellen sie sich, stellt euch, wer bist du, wer sind sie`,
  es: `preséntate, presentarte, presentarse, quién eres, cuéntanos`,
  fr: `te présenter, vous présenter, présente toi, présentez vous, qui êtes vous, qui es tu`,
  ja: `自己紹介, きっかけ`,
  zh: `自我介绍, 介绍一下自己, 介绍下自己`,
});

/** Brings in people of the show itself. */
export const OF_THE_HOUSE: Phrases = phrases({
  en: `
    co-hosts, cohosts, fellow hosts, all of our hosts, all our hosts, the hosts of this, your hosts, panelists,
    panellists, full panel, the whole crew, the usual crew, the usual suspects, with me as always, with us as always,
    studio as always, table as always, with me as usual, with us as usual, studio as usual, table as usual`,
  de: `das ganze team, die übliche runde`,
  es: `todo el equipo`,
  fr: `toute l'équipe`,
});

/** Named beside the host as another host. */
export const CO_HOST: Phrases = phrases({
  en: `
    co-host, cohost, co-hosts, cohosts, fellow host, fellow hosts, regular panelist, regular panelists, fellow
    panelist, fellow panelists, our producer, as always is, as always by, as usual is, as usual by`,
  de: `co-host, mitgastgeber, mitgastgeberin`,
  es: `copresentador, copresentadora`,
  fr: `coanimateur, coanimatrice`,
});
