import { wordSet } from '../../text/word-set';
import type { Sentence } from '.';

/** Said in every language. */
const EVERYWHERE = 'okay ok oh ah um hmm cool';

/** First words that lean on what was said before, by language: joining words, answers and pronouns. */
const LEANING: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(`${EVERYWHERE} and but so or because cuz coz 'cause yeah yes no yep nope well uh right exactly like also then plus anyway
    which that that's those these this it it's its they they're they'd they'll their he he's he'd he'll she she's she'd
    she'll his her him them there there's absolutely sure actually basically nice great wow alright same both either
    neither such otherwise therefore hence thus totally definitely correct whereas though although even again not one here
    however moreover furthermore additionally nevertheless nonetheless similarly meanwhile besides conversely likewise
    consequently still`),
  de: wordSet(`${EVERYWHERE} und aber oder denn sondern also dann da dort so weil dass obwohl deshalb deswegen darum daher
    trotzdem dennoch außerdem ja nein doch genau stimmt richtig klar gut na ach naja tja eben nämlich übrigens jedenfalls auch
    beides er sie ihm ihn ihr ihnen dessen deren dazu dabei damit dafür davon danach daran darauf darüber dagegen dadurch darin
    welche welcher welches wobei wodurch wofür weshalb äh ähm hm`),
  es: wordSet(`${EVERYWHERE} y e pero o u sino porque pues entonces así bueno sí claro exacto exactamente vale oye mira bien
    además también tampoco luego después aunque mientras eso esto aquello él ella ellos ellas ello le les allí ahí son eran fue
    fueron era está están estaba estaban ya eh`),
  fr: wordSet(`${EVERYWHERE} et mais ou donc car parce puis alors après aussi ensuite enfin bon ben bah oui non ouais voilà
    exactement effectivement ça cela ceci ils elle elles lui leur leurs y là celui celle ceux celles pourtant cependant d'accord
    sinon euh`),
};

/** First words that are articles before a noun, and pronouns before one of `VERBS`: "das ist", "los hicimos". */
const ARTICLE_OR_PRONOUN: Readonly<Record<string, ReadonlySet<string>>> = {
  de: wordSet('das die der den dem dies diese dieser dieses'),
  es: wordSet('la los las lo'),
  fr: wordSet('la les'),
};

/** What follows a pronoun and no article. */
const VERBS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: wordSet(`ist sind war waren wäre hat haben hatte hatten wird werden wurde wurden kann können konnte muss müssen musste soll
    sollte will wollte darf macht machen machte geht gehen ging kommt kommen kam heißt liegt gibt hängt funktioniert bedeutet
    stimmt klingt passt`),
  es: wordSet(`he has ha hemos han hice hizo hicimos hicieron hago hace hacemos hacen tengo tiene tenemos tienen puse puso pongo
    pone vi vio veo ve vemos vamos voy va dije dijo digo dice decimos usamos uso usa llamamos llamo llama`),
  fr: wordSet('a ai avons avez ont fait faisons font est sont était étaient voit vois voyons'),
};

/** Openings of a pronoun that stands for what follows or for nothing: "es gibt", "c'est … que". They do not lean. */
const IMPERSONAL: Readonly<Record<string, RegExp>> = {
  de: /^es (?:gibt|gab|dauert|braucht|reicht|lohnt sich|geht um|kommt darauf an|(?:ist|war|wäre|wird|macht|scheint|hilft) .*(?:dass|wenn|ob|zu|wie|weil) )/u,
  es: /^es .*(?:que|\p{L}{2,}[aei]r(?:se)?)(?: |$)/u,
  fr: /^(?:il (?:faut|y a|y avait|fallait|faudra|suffit|existe|s'agit|(?:est|était|serait) .*(?:de|que) )|c'(?:est|était) .*(?:qui|que|quand|pour) )/u,
};

/** First words that lean unless they begin an impersonal opening. */
const MOSTLY_LEANING: Readonly<Record<string, RegExp>> = {
  de: /^es /u,
  es: /^(?:es|o sea|es decir|por eso|de hecho|en cambio|sin embargo|por lo tanto|lo que pasa es) /u,
  fr: /^(?:il|c'est|c'était|ce n'est|ce n'était|ce sont|du coup|en fait|par contre|c'est-à-dire|tout à fait|à ce moment-là|et puis) /u,
};

/** Where there are no spaces: how a sentence begins that goes on with another one. */
const LEANING_TEXT: Readonly<Record<string, RegExp>> = {
  ja: /^(?:そして|でも|しかし|だから|ですから|なので|それで|それは|それが|それを|それに|それも|これは|これが|これを|あれは|そう|そこで|そこは|その|はい|いいえ|いえ|ええ|うん|あの|えっと|ええと|えー|まあ|じゃあ|では|また|つまり|だけど|けど|ただ|あと|彼は|彼が|彼女は|彼女が|彼らは)/u,
  zh: /^(?:但是|但|可是|不过|而且|而|所以|因此|因为|然后|于是|那么|那|这|它|他|她|对(?!于|照|比|称|话)|是的|嗯|其实|另外|还有|也|就是说|比如|同时|接着)/u,
};

/** Whether the first words point to something before the sentence. Languages that have no list of ours are read as English. */
export function leansAtStart({ words, plain, text }: Sentence, language: string): boolean {
  const inText = LEANING_TEXT[language];
  if (inText) return inText.test(text.replace(/^[「『“"]/u, ''));
  const [first, second] = [words[0]?.spelling.plain ?? '', words[1]?.spelling.plain ?? ''];
  if ((LEANING[language] ?? LEANING.en)?.has(first)) return true;
  if (ARTICLE_OR_PRONOUN[language]?.has(first) && VERBS[language]?.has(second)) return true;
  return (MOSTLY_LEANING[language]?.test(plain) ?? false) && !IMPERSONAL[language]?.test(`${plain} `);
}
