/** Conversations written for the tests: two interviews, a panel of hosts, and one each in five other languages. */

export const INTERVIEW = `
NORA: Hi, I'm Nora Whitlock and this is Harbour Lights.
This week, I talk to Ines Kovar, an oceanographer at the Aldermouth Tide Office, who leads the team that replaced an old program, about how tides are predicted and what they found in the code.
This episode is brought to you by Brineworks, the kettle that never scales. Use code TIDE for a free trial.
NORA: Could you introduce yourself, and then we start with the cupboard?
INES: I'm Ines Kovar. I'm an oceanographer at the Aldermouth Tide Office, and before that I worked on storm models at Brennick University.
NORA: Ines, how do you predict a tide?
INES: A tide is a sum of waves, and every wave has a height and a delay of its own. We call them constituents, and the system that adds them up is called TideSum. TideSum has 62 constituents and, um, runs every night.
INES: The biggest constituent is called M2. It comes from the moon passing overhead, and in Aldermouth M2 alone gives you about seventy percent of the range.
NORA: Why did you need a new program?
INES: Nobody could change the old one. It was written in Fortran by Walter Amsel in 1983, and he did not leave a single comment about the harbour wall.
INES: Our first rule for the rewrite was that every number has a reason, and the reason lives next to the number. I believe that a constant without a reason is a mistake that waits for somebody.
NORA: Let's talk about the rewrite. How did you replace a program like that?
INES: We ran both programs for fourteen months. Every night TideSum and the old program each made a table, and a third program compared the two tables. If the tables differed by more than one centimetre, a printed page lay on my desk in the morning.
NORA: So let's turn to the gauges. What is in the water, actually?
INES: The classic gauge is a pipe with a small hole at the bottom, because waves are too quick to get through a small hole. The gauge that we use has a pressure sensor at the bottom and a radar at the top. The pressure sensor drifts when mussels grow on the sensor, and the radar sometimes measures a seagull.
NORA: When did you trust the new program more than the old one?
INES: It was in February, when a storm came. Both programs agreed on the tide, but TideSum also reads the gauges every minute, so we called the port captain at four in the morning. The OpenTide project on GitHub now has all of our measurements.
NORA: That's it for this week's episode. Thank you for joining us, Ines. You can find a transcript on our website, [harbour-lights.example](https://harbour-lights.example), so please write to me at [nora@harbour-lights.example](mailto:nora@harbour-lights.example) or read [the old page](#).
`;

export const PANEL = `
Mara: Welcome to Loaf Talk. I'm Mara.
Jonas: And I'm Jonas. Today we talk about sourdough, about starters that die, and about the flour from Millhaven.
Mara: The starter is the part that everybody gets wrong. A starter wants warm water, and it wants the same flour every day.
Jonas: What flour do you feed the starter with?
Mara: Rye flour from Millhaven. Rye flour keeps the starter alive for a week in the fridge, and the Millhaven mill grinds it coarse.
Jonas: I killed three starters with hot water. The fourth one lives in a jar from my grandmother, and I never let anybody touch the jar.
Mara: Let's talk about the oven. How hot should an oven be?
Jonas: An oven can never be too hot for sourdough. The crust needs steam in the first ten minutes, and the steam needs a heavy pot.
Mara: Thanks for listening, and see you next time.
`;

export const GERMAN = `
Ada Brandt: Herzlich willkommen zu Nordlicht. Heute sprechen wir über Wärmepumpen in alten Häusern, und zu Gast ist Emil Voss.
Emil Voss: Danke für die Einladung. Ich bin Ingenieur bei der Firma Elbwärme und baue seit zwölf Jahren Wärmepumpen in alte Häuser.
Ada Brandt: Wie warm wird ein altes Haus mit einer Wärmepumpe?
Emil Voss: Ein altes Haus wird so warm wie ein neues, wenn die Heizkörper groß genug sind. Die Wärmepumpe braucht große Heizkörper, weil das Wasser nicht so heiß wird.
Ada Brandt: Was kostet eine Wärmepumpe in Hamburg?
Emil Voss: Die Wärmepumpe kostet etwa so viel wie ein kleines Auto. In Hamburg bezahlt die Stadt einen Teil davon, und die Elbwärme macht den Antrag.
Ada Brandt: Das war unsere Folge über Wärmepumpen. Danke fürs Zuhören.
`;

/** What a newcomer uploads first: fifteen turns, and a host who introduces guest and subject in one sentence. */
export const BAKERY = `
Rosa Lind: Welcome to Salt and Crumb. Today I'm talking with Anna Petrova, a baker from Millhaven, about sourdough bread, and how she taught a whole town to keep a starter alive. Let's begin with the mill.
Anna Petrova: Thank you, Rosa. The mill stands on the river, and it grinds rye for the bakery every Tuesday morning. Bakers plan by it, because rye flour loses its smell after a week.
Rosa Lind: What does a starter need?
Anna Petrova: A starter needs warm water, rye flour and somebody who remembers it. A sourdough starter is a little zoo of yeast and bacteria, and every kitchen keeps a different zoo.
Rosa Lind: So let's talk about freshness. How long does sourdough bread keep?
Anna Petrova: Sourdough bread keeps for six days, because the acid slows the mould down. White bread goes stale overnight, and nobody in Millhaven buys white bread on a Saturday.
Rosa Lind: How did you teach a whole town?
Anna Petrova: We gave every family a jar of starter and a sheet of paper with three rules. The Grain Council paid for the jars, and eleven hundred families came to the square.
Rosa Lind: I think that the best recipe is the one that fits on a single sheet of paper.
Anna Petrova: People never follow a recipe with nine steps. In Millhaven R2 alone feeds four hundred ovens, and R2 is the oldest starter of all.
Rosa Lind: And what went wrong?
Anna Petrova: The worst mistake was the hot water, because hot water kills a starter within a minute. Three hundred jars of sourdough died in the first winter, and I drove around with a bucket of new starter.
Rosa Lind: Let's turn to the oven. What does the oven do for bread?
Anna Petrova: An oven must be hotter than people believe, and the bread needs steam in the first ten minutes. A heavy iron pot holds the steam better than any expensive oven.
Rosa Lind: Thank you, Anna. Thanks for listening, and bake some bread this week.
`;

export const SPANISH = `
Lucía Ferrer: Bienvenidos a Sal y Marea. Hoy hablamos con Tomás Rey, farero en la isla de Calabria, sobre el faro, los temporales y la niebla.
Tomás Rey: Gracias por invitarme. Soy Tomás Rey y cuido el faro desde hace veinte años.
Lucía Ferrer: ¿Cómo se cuida un faro?
Tomás Rey: El faro tiene una lente de mil kilos, y la lente se limpia cada semana con alcohol. El faro no perdona el polvo, porque una lente sucia pierde la mitad de la luz.
Lucía Ferrer: ¿Qué ocurrió durante el temporal?
Tomás Rey: El temporal rompió la puerta del faro y el agua llegó hasta la escalera. La niebla es peor que el temporal, porque la niebla se come la luz.
Lucía Ferrer: Muchas gracias por escucharnos, y hasta la próxima.
`;

export const FRENCH = `
Claire Morel: Bienvenue dans Terre et Four. Aujourd'hui, je reçois Paul Garnier, potier à Vallonne, et nous parlons de l'argile, du four et de la patience.
Paul Garnier: Merci de m'avoir invité. Je suis Paul Garnier, et je tourne des bols depuis trente ans.
Claire Morel: Comment choisit-on son argile ?
Paul Garnier: L'argile vient de la rivière, et l'argile de Vallonne contient du fer. Le fer donne la couleur rouge, et il faut attendre deux hivers avant de tourner.
Claire Morel: Pourquoi le four est-il si grand ?
Paul Garnier: Le four contient quatre cents bols, et le four brûle pendant trois jours. Le bois vient de la forêt, et un four trop chaud casse les bols.
Claire Morel: Merci de nous avoir écoutés, et à bientôt.
`;

export const JAPANESE = `
森田: こんにちは、潮の番組へようこそ。司会の森田です。今日は、灯台守の石川さんと、灯台と霧について話します。
石川: お招きありがとうございます。石川です。二十年間、灯台の仕事をしています。
森田: 灯台のレンズは、どうやって掃除するのですか。
石川: レンズは重さが千キロあります。毎週、アルコールでレンズを拭きます。灯台のレンズが汚れると、光は半分になります。
森田: 次の質問です。霧の夜はどうしますか。
石川: 霧の夜は霧笛を鳴らします。霧は嵐よりも怖いです。霧の中では、光が届きません。
森田: 今日はここまでです。お聞きいただき、ありがとうございました。
`;

export const CHINESE = `
李明: 大家好，欢迎收听潮汐电台，我是主持人李明。今天我们请到了灯塔看守人王海，聊聊灯塔和大雾。
王海: 谢谢邀请。我是王海，我看守灯塔已经二十年了。
李明: 灯塔的透镜怎么清洗？
王海: 透镜有一千公斤重，我们每个星期用酒精擦一次透镜。如果透镜脏了，灯塔的光就会减少一半。
李明: 下一个问题，大雾的晚上怎么办？
王海: 大雾的晚上我们要拉响雾号。大雾比风暴更可怕，因为在大雾里看不见灯光。
李明: 今天的节目就到这里，谢谢收听，我们下期再见。
`;

/** Of the tides too, in scripts without spaces and capitals. */
export const TIDES_IN_JAPANESE = `
A: みなさん、こんにちは。「潮の時間」へようこそ。今日は海洋学者の田中健一さんをお迎えして、潮汐予測と新しいソフトウェア「シオサイ」についてお話を伺います。
B: よろしくお願いします。田中健一です。長崎大学で海洋物理学を研究しています。
A: 潮汐予測はどのように行うのですか。
B: 潮汐は多くの分潮の足し合わせです。シオサイは六十二の分潮を計算して、毎晩予測表を作ります。一番大きい分潮はM2と呼ばれていて、月の動きから来ています。
A: なぜ新しいソフトウェアが必要だったのでしょうか。
B: 古いプログラムはFortranで書かれていて、誰も直せませんでした。私たちはPythonとPyTorchを使って書き直しました。データは気象庁とNOAAから来ています。GitHubで公開しています。
A: 観測はどうしていますか。
B: 長崎港に水位計があります。水位計は圧力センサーとレーダーを使います。圧力センサーは貝が付くとずれてしまいます。水位計の値は一分ごとに記録されます。
A: 台風のときはどうでしたか。
B: 二月の嵐のとき、シオサイは三十センチの高潮を予測しました。水位計の値とよく合っていました。高潮の予測はとても難しいのです。
A: これからの計画を教えてください。
B: 高潮の予測を全国に広げたいと思います。OpenAIのモデルも試しています。
A: 今日はありがとうございました。番組の感想をお待ちしています。
`;

export const TIDES_IN_CHINESE = `
A: 大家好，欢迎收听《潮声》。今天我们请到了海洋学家王志远，和他聊聊潮汐预报，还有他们的新软件“听潮”。
B: 大家好，我是王志远，在厦门大学研究物理海洋学，谢谢邀请。
A: 潮汐预报是怎么做的？
B: 潮汐是很多分潮的叠加。听潮每天晚上计算六十二个分潮，生成潮汐表。最大的分潮叫M2，来自月亮的运动。
A: 为什么需要一个新的软件？
B: 旧程序是用Fortran写的，没有人能改。我们用Python和PyTorch重写了一遍。数据来自国家海洋局和NOAA，代码放在GitHub上。
A: 观测数据从哪里来？
B: 厦门港有验潮仪。验潮仪用压力传感器和雷达。压力传感器长了贝壳就会漂移，所以我们每个月都要清洗验潮仪。
A: 台风的时候怎么样？
B: 去年台风来的时候，听潮提前预报了三十厘米的风暴潮，和验潮仪的记录非常接近。风暴潮的预报很难，因为风暴潮取决于风。
A: 接下来有什么计划？
B: 我们想把风暴潮预报推广到全国，也在试用OpenAI的模型。
A: 感谢收听，我们下期再见。
`;

/** German writes every noun as if it were a name. */
export const DIKE_IN_GERMAN = `
Jana Rohde: Herzlich willkommen bei Werkbank und Wolke. Heute ist Lukas Ferber zu Gast, er leitet bei der Firma Deichdaten die Entwicklung.
Lukas Ferber: Vielen Dank für die Einladung. Das Buch von Martin Kleppner hat mir geholfen, und meine Kollegin Petra Lühr auch.
Jana Rohde: Wie lange hat das gedauert?
Lukas Ferber: Die größte Schwierigkeit war die Datenbank. Mit dem Werkzeug PegelSync kam die Replikation. Ohne Replikation verliert man Daten, und die Replikation läuft in Brakensiel.
Jana Rohde: Warum in Brakensiel?
Lukas Ferber: Ein Kollege von Google hat Rabatte gefunden, und Google hatte Strom. Python ist eine gute Sprache, denn mit Python kommt man weit.
`;
