import { type Phrases, phrases } from '.';

/** Ends the show, as hosts do. */
export const CLOSES: Phrases = phrases({
  en: `
    for listening, for tuning in, that's it for, that is it for, that's all for, see you next, see you in, until
    next, next week, next time, next episode, subscribe, for joining us, for joining me, for coming on, for
    being here, for being on, for your time, for their time, thank you to our, thanks to our, tune in, that's
    our show, that's the show, wrap up, wrap it up, wraps up, follow us, find us, rate and review`,
  de: `fürs zuhören, bis zum nächsten, bis zur nächsten, abonniert, das war, nächste woche`,
  es: `por escuchar, por escucharnos, hasta la próxima, suscríbete, próximo episodio, próxima semana`,
  fr: `de nous avoir écoutés, à bientôt, abonnez vous, prochain épisode, la semaine prochaine, d'avoir écouté`,
  ja: `お聴きいただ, 聴いていただ, お聞きいただ, また次回, また来週, それではまた, さようなら`,
  zh: `感谢收听, 谢谢收听, 谢谢大家收听, 感谢大家收听, 下期再见, 下期节目, 我们下期, 下次再见`,
});

/** Money for the show: whatever stands in the same paragraph is an advertisement. */
export const SPONSOR: Phrases = phrases({
  en: `
    brought to you by, our sponsor, our sponsors, sponsored by, is sponsored, todays sponsor, today's sponsor,
    this episode's sponsor, promo code, discount code, coupon code, use code, use the code, free trial, off your
    first, percent off, support for this podcast, supported by our,
    episode is supported by, show is supported by, podcast is supported by, supporting this episode, for sponsoring, sponsor of, a sponsor,
    sponsor for this episode, sponsors for this episode, money-back guarantee, terms and conditions apply`,
  de: `unser sponsor, gesponsert von, werbung, rabattcode, gutscheincode, unterstützt von`,
  es: `patrocinado por, nuestro patrocinador, código de descuento, prueba gratuita`,
  fr: `sponsorisé par, notre sponsor, code promo, essai gratuit, notre partenaire`,
  ja: `スポンサー, 提供でお送り, クーポンコード`,
  zh: `赞助, 本期广告, 优惠码, 折扣码`,
});

/** Before the address of what is advertised. */
export const LEARN_MORE: Phrases = phrases({
  en: `
    learn more, find out more, sign up, apply at, how to apply, get started, get yours, head to, head over to, head
    on over to, order at, if you go to, just go to, check out their, give it a try`,
  de: `mehr erfahren, erfahren sie mehr, mehr dazu, mehr infos, mehr informationen, jetzt bestellen, jetzt testen`,
  es: `más información, descubre más, regístrate, pruébalo`,
  fr: `en savoir plus, plus d'infos, plus d'informations, inscrivez vous, rendez vous sur`,
});

/** After an advertisement, goes on with the show. */
export const RETURNS: Phrases = phrases({
  en: `
    back to the show, back to the episode, back to the interview, back to the conversation, back to our, get back to,
    now let's, now back, so let's, without further ado, today's guest, joined by, my guest, our guest`,
  de: `zurück zur, zurück zum, und jetzt zu, mein gast, unser gast`,
  es: `de vuelta a, volvemos, y ahora, mi invitado, mi invitada, nuestro invitado, nuestra invitada`,
  fr: `revenons, de retour, et maintenant, mon invité, mon invitée, notre invité, notre invitée`,
  ja: `それでは, 本編に, ゲストは`,
  zh: `回到节目, 回到我们, 言归正传, 今天的嘉宾`,
});

/** Before the name of somebody who made the show. */
export const CREDITS: Phrases = phrases({
  en: `
    produced by, edited by, mixed by, mastered by, engineered by, music by, sound design by, artwork by, hosted by, is a
    production of`,
  de: `produziert von, produziert hat, geschnitten von, geschnitten hat, gemischt von, musik von, produktion, schnitt`,
  es: `producido por, producida por, editado por, editada por, mezclado por, música de, edición de, producción de`,
  fr: `produit par, produite par, monté par, montage de, mixé par, mixage de, musique de, réalisé par, réalisation de`,
});

/** About the show and not about its subject. */
export const HOUSEKEEPING: Phrases = phrases({
  en: `
    welcome to, welcome back, you're listening to, you are listening to, for listening, for tuning in,
    subscribe, follow us, find us, rate and review, patreon, show notes, our website, our newsletter, mailing
    list for the show, let us know, email me, email us, on twitter, on mastodon, on bluesky, on linkedin, our
    instagram, our discord, i'm on instagram, are on the website, is on the website, leave
    a review, leave us a review, leave us a rating, leave us a comment, leave us a message, leave us some,
    enjoyed this episode, enjoyed this, if you liked this, if you're new here, new to the show, tell a friend, tell one
    person, five stars, five-star, next episode, next time we, next time on,
    previous episode, last episode, next week, last week on, last week we talked, last week's, the audio, the
    transcript, for having me, for coming on, for joining, to be here, see you next, introduce yourself, thank
    you so much, thanks so much, can you hear, my microphone, my mic, recording, get started, dive in, jump in,
    jump into it, jump right in, this podcast, the podcast, this show, the show, this episode, our listeners,
    want to thank, write to me, write to us, love to hear, thank you, thanks for, joined us, joining us, my name
    is, listeners, apologize, i hope you, live from, be back, and this is, transition to, move on to, switch
    gears, that's it for, that's all for, time we have, out of time`,
  de: `
    willkommen, fürs zuhören, zum zuhören, abonniert, shownotes, bewertet, nächste folge, nächsten folge, letzte folge, letzten
    folge, dieser podcast, diesem podcast, vielen dank, herzlichen dank, danke für, danke dass, danke schön, bis zum nächsten
    mal, schön dass du da bist, schön dass sie da sind`,
  es: `
    bienvenidos, por escuchar, suscríbete, síguenos, próximo episodio, este podcast, muchas gracias, gracias por, hasta la
    próxima`,
  fr: `
    bienvenue, abonnez vous, suivez nous, prochain épisode, ce podcast, cet épisode, merci beaucoup, merci à, merci d'avoir,
    merci de, à la prochaine`,
  ja: `へようこそ, お聴きいただ, 聴いていただ, チャンネル登録, この番組, フォローして, また次回, また来週, よろしくお願いします`,
  zh: `欢迎收听, 欢迎来到, 感谢收听, 谢谢收听, 订阅, 关注我们, 本节目, 我们的节目, 下期再见, 谢谢邀请, 感谢邀请`,
});
