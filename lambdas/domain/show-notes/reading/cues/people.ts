import { type Phrases, phrases } from '.';

/** "I am …", followed by a name. */
export const SELF_INTRODUCTION: Phrases = phrases({
  en: `my name is, my name's, i'm, i am, this is, name is, it's, myself`,
  de: `mein name ist, ich heiße, ich bin`,
  es: `me llamo, mi nombre es, soy`,
  fr: `je m'appelle, mon nom est, je suis`,
});

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
  de: `zu gast, gast, bei mir, bei uns, spreche mit, sprechen mit, rede mit, reden mit, willkommen`,
  es: `invitado, invitada, con nosotros, conmigo, hablo con, hablamos con, bienvenido, bienvenida`,
  fr: `invité, invitée, avec nous, avec moi, je reçois, nous recevons, je parle avec, bienvenue`,
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
});

/** Thanks somebody for coming, without having to name them. */
export const WELCOMES_YOU: Phrases = phrases({
  en: `
    thanks for joining, thank you for joining, thank you so much for joining, thanks so much for joining, thank
    you for coming, thanks for coming, thank you so much for coming, nice to have you, great to have you, glad
    to have you, happy to have you, good to have you, excited to have you, welcome to the show, welcome to the
    podcast, thanks for being here, thank you for being here, thanks for being on`,
  de: `schön dass du da bist, schön dass sie da sind, danke dass du, danke dass sie`,
  es: `gracias por venir, gracias por estar, gracias por acompañarnos`,
  fr: `merci d'être, merci de nous rejoindre, merci de nous avoir rejoint`,
});

/** Said by somebody who was asked in. */
export const ASKED_IN: Phrases = phrases({
  en: `
    for having me, for having us, for inviting me, for the invitation, for the invite, having me on, glad to be
    here, happy to be here, great to be here, good to be here, excited to be here, pleasure to be here, honored
    to be here, honoured to be here, thrilled to be here, nice to be here, delighted to be here, glad to be on,
    happy to be on, excited to be on, great to be on, pleasure to be on, glad to be back, happy to be back,
    great to be back, good to be back, super happy to be here`,
  de: `für die einladung, dass ich hier sein darf, dass ich da sein darf, freue mich hier zu sein`,
  es: `por invitarme, por la invitación, por tenerme, encantado de estar aquí, encantada de estar aquí`,
  fr: `pour l'invitation, de m'avoir invité, de m'avoir invitée, de me recevoir, ravi d'être, ravie d'être`,
});

/** Asks somebody to say who they are. */
export const ASKS_WHO: Phrases = phrases({
  en: `
    introduce yourself, introduce yourselves, about yourself, who you are, your background, about you, how did
    you get into, how did you get started, how you got into, how you got started, your journey`,
  de: `stell dich, stellen sie sich, stellt euch, wer bist du, wer sind sie`,
  es: `preséntate, presentarte, presentarse, quién eres, cuéntanos`,
  fr: `te présenter, vous présenter, présente toi, présentez vous, qui êtes vous, qui es tu`,
});

/** Named beside the host as another host. */
export const CO_HOST: Phrases = phrases({
  en: `co-host, cohost, co-hosts, cohosts, fellow host, fellow hosts, regular panelist, regular panelists`,
  de: `co-host, mitgastgeber, mitgastgeberin`,
  es: `copresentador, copresentadora`,
  fr: `coanimateur, coanimatrice`,
});
