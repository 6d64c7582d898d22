import type { Spelling } from '../spellings';

/** What people are for a living, or to the show: a passage that says none introduces nobody. */
const OCCUPATIONS: Readonly<Record<string, string>> = {
  en: `
    actor actress ambassador apprentice archivist athlete advisor adviser advocate activist analyst anthropologist architect artist assistant astronaut
    astronomer attorney author baker barber barista bartender biologist blacksmith blogger bookseller botanist brewer
    builder butcher captain carpenter ceo cfo chair chairman chairwoman
    champion chef chemist chief cinematographer coach co-author co-creator co-founder co-host co-maintainer
    co-organizer co-owner cofounder cohost colleague columnist comedian commentator composer conductor consultant councillor councilor
    contributor coordinator correspondent counselor creator critic cto curator dancer dean dentist detective diplomat designer developer driver dietitian
    director doctor economist editor educator employee engineer enthusiast entrepreneur epidemiologist evangelist
    executive expert farmer fellow filmmaker firefighter fisherman forester founder freelancer friend gardener geographer geologist
    graduate guest guide guru head historian host hydrologist illustrator influencer instructor intern inventor
    investigator investor journalist judge keeper lawyer lead leader lecturer librarian linguist maintainer maker
    manager marketer mathematician mayor mechanic member mentor midwife miner meteorologist minister musician neuroscientist newcomer novelist
    nurse nutritionist oceanographer officer operator organizer owner painter paramedic partner pastor patient pharmacist phd philosopher
    plumber photographer physician physicist pilot pioneer player podcaster poet politician postdoc potter president priest presenter
    principal producer professor programmer psychiatrist psychologist publisher ranger referee reporter researcher resident reviewer runner sailor
    scholar scientist sculptor secretary seller senator singer sociologist software-engineer songwriter speaker
    soldier specialist strategist student surgeon surveyor survivor tailor teacher technician technologist tester therapist trader trainer
    translator tutor user vet veteran veterinarian volunteer vp winemaker writer youtuber zoologist`,
  de: `
    ärztin arzt architekt architektin autor autorin bäcker bäckerin beraterin berater biologe biologin chef chefin
    chemiker chemikerin designer designerin direktor direktorin doktorand doktorandin entwickler entwicklerin
    expertin experte forscher forscherin fotograf fotografin freund freundin gärtner gärtnerin geschäftsführer
    geschäftsführerin gründer gründerin historiker historikerin informatiker informatikerin ingenieur ingenieurin
    journalist journalistin künstler künstlerin lehrer lehrerin leiter leiterin meteorologe meteorologin
    mitgründer mitgründerin musiker musikerin philosoph philosophin physiker physikerin professor professorin
    programmierer programmiererin psychologe psychologin redakteur redakteurin regisseur regisseurin
    schriftsteller schriftstellerin student studentin techniker technikerin unternehmer unternehmerin
    wissenschaftler wissenschaftlerin`,
  es: `
    abogada abogado actor actriz analista arquitecta arquitecto artista autor autora bióloga biólogo cofundador
    cofundadora consultor consultora creador creadora desarrollador desarrolladora directora director diseñador
    diseñadora economista editor editora emprendedor emprendedora escritor escritora especialista estudiante experta
    experto física físico fotógrafa fotógrafo fundador fundadora historiador historiadora ingeniera ingeniero
    investigador investigadora jefa jefe maestra maestro matemática matemático médica médico música músico
    periodista presidenta presidente productora productor profesor profesora programador programadora psicóloga psicólogo
    química químico responsable`,
  fr: `
    actrice acteur analyste architecte artiste auteur autrice avocat avocate biologiste chercheur chercheuse
    chimiste cofondateur cofondatrice consultant consultante créateur créatrice designer développeur développeuse
    directeur directrice docteur économiste écrivain écrivaine éditeur éditrice enseignant enseignante entrepreneur
    entrepreneuse étudiant étudiante fondateur fondatrice gardien gardienne historien historienne informaticien informaticienne
    ingénieur ingénieure journaliste maître mathématicien mathématicienne médecin musicien musicienne
    philosophe photographe physicien physicienne présidente président producteur productrice professeur professeure
    programmeur programmeuse psychologue réalisateur réalisatrice responsable spécialiste`,
};

const byLanguage: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OCCUPATIONS).map(([language, text]) => [language, new Set(text.trim().split(/\s+/u))]),
);

/** Endings of words for what people are, and for nothing else. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  en: /(?:ologist|iatrist|ographer|onomer|ician|smith|maker|keeper|woman)s?$/u,
  de: /(?:loge|login|iker|ikerin|graf|grafin|meister|meisterin|(?:arbeit|bau|fahr|forsch|führ|händl|lehr|pfleg|schaffn|schaftl|wärt)er(?:in)?)$/u,
  es: /(?:ólogo|óloga|ógrafo|ógrafa)s?$/u,
  fr: /(?:ologue|ographe|icien|icienne)s?$/u,
};

/** Whether a word says what somebody is: `engineer`, `professors`, `co-founder`. `Smith` is a name, but in German. */
export function isOccupation(
  { plain, isCapitalised }: Pick<Spelling, 'plain' | 'isCapitalised'>,
  language: string,
): boolean {
  const known = byLanguage.get(language);
  if (known === undefined) return false;
  if (known.has(plain) || known.has(plain.replace(/s$/u, ''))) return true;
  return (language === 'de' || !isCapitalised) && ENDINGS[language]?.test(plain) === true;
}
