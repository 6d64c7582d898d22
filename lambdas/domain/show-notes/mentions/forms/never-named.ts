import { plain } from '../../../text/words';

/** Days, months, greetings and whatever else is capitalised without naming a thing worth a mention. */
const NEVER = setOf(
  'january february march april may june july august september october november december monday tuesday wednesday thursday',
  'friday saturday sunday hello hi hey thanks thank welcome bye goodbye yeah yep nope yes no okay ok mr mrs ms dr professor',
  'prof god jesus christ wow oh ah phd phds msc bsc mba am pm mm hmm uh um laughter laughs laughing crosstalk inaudible',
  'unintelligible music applause speaker christmas',
  'januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag hallo danke',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves',
  'viernes sábado domingo hola gracias janvier février mars avril juin juillet août septembre octobre novembre décembre lundi',
  'mardi mercredi jeudi vendredi samedi dimanche bonjour merci',
);

/** Languages and peoples: "in English", "a Dutch company" say no more of an episode. */
const PEOPLES = setOf(
  'african american arabic asian australian austrian belgian brazilian british canadian chinese czech danish dutch english',
  'european finnish french german greek hebrew hindi hungarian indian iranian irish israeli italian japanese korean latin',
  'mexican norwegian persian polish portuguese romanian russian scottish spanish swedish swiss turkish ukrainian vietnamese',
  'welsh western englisch deutsch französisch spanisch italienisch russisch chinesisch japanisch',
);

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '));
}

/** Whether a word in capitals is no mention by itself. */
export function isNeverNamed(word: string): boolean {
  const lower = plain(word);
  return [lower, lower.replace(/s$/u, '')].some((form) => NEVER.has(form) || PEOPLES.has(form));
}
