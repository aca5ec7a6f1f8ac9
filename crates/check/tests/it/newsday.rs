//! Reports of the invented news day, and one more, as sources for lies and for honest sentences.

pub const SHARES: &str = r#"Japan's main share index gains 1.3 percent on chip rebound
The main share index in Tokyo gained 1.3 percent on Thursday and ended at 51,048.20 points, its first rise in three days, as buyers returned to makers of chip equipment.
Hoshigane Seiki, whose machines polish silicon wafers, jumped 6.2 percent after it raised its annual profit forecast.
The dollar rose to 153.62 yen from 152.90 yen a day earlier, which helped exporters.
"Exporters budgeted for a yen of about 145, so each week at this level is a gift," said Ayako Tsurumaki, an economist at Hibari Research.
Losers included Minazuki Motor, which fell 2.1 percent on a recall of 88,000 vans.
Shares in Seoul rose 0.5 percent while those in Hong Kong slipped 0.2 percent.
Oil prices eased, with Brent crude down 38 cents at $63.40 a barrel."#;

pub const FRAUD: &str = r#"Nine held in Osaka over fake trading app
Nine people have been arrested in western Japan on suspicion of cheating 214 people out of 1.3 billion yen with a fake trading app, police in Osaka said on Thursday.
The nine, who are between 22 and 41 years old, have not been charged.
The app, Midori Gain, allegedly showed its users profits that did not exist and asked them for a "tax deposit" when they tried to take their money out.
"We believe that there are more victims who have not come forward, and we ask them to call us," said Superintendent Takumi Serizawara of the Osaka police.
Officers searched five apartments in Osaka and Kobe on Wednesday and took away 61 mobile phones and 38 million yen in cash.
One suspect, a 34-year-old man, denied the allegations through his lawyer, Naoko Hirabuse.
"My client wrote software for a customer and did not know what it was for," Hirabuse said."#;

pub const CRASH: &str = r#"Seven killed as minibus and lorry collide near Naivasha in Kenya
Seven people were killed and nine injured when a minibus and a lorry collided before dawn on Thursday on the highway between Nairobi and Nakuru in Kenya, police said.
The minibus was overtaking another vehicle near the town of Naivasha when it met the lorry at about 4:30 a.m., said county police commander Joseph Kiprelat.
"Six died on the spot and one on the way to hospital," Kiprelat said.
The lorry was carrying cabbages to a market in Nairobi, and its driver was among the injured.
Three of the injured were children, said Esther Wamalindi, the superintendent of the hospital in Naivasha.
The stretch has seen 41 deaths since January, according to the national roads authority, which plans to widen it to four lanes.
Police said they had opened an inquiry and that no one was in custody."#;

pub const MALARIA: &str = r#"Zambia begins malaria vaccination for 1.7 million children
Zambia began its largest malaria vaccination campaign on Thursday, with the aim of reaching 1.7 million children under the age of five in six provinces, the health ministry said.
The first doses were given in Mansa, the capital of Luapula province, where one child in three carries the parasite in the rainy season.
"A mother here does not ask what malaria is, she asks when the nurse is coming," said Dr Chipo Mulenshi, the ministry's director of immunisation.
Each child will be given four doses over 18 months, and the ministry has enough vaccine for the first two.
About 9,400 health workers have been trained, and 310 motorcycles were bought to reach villages without roads.
The campaign costs $46 million, of which donors will pay $31 million and the government the rest.
Malaria is the main reason for which children are admitted to hospital in Zambia."#;

pub const FERRY: &str = r#"Norway's Skarvoy orders two hydrogen ferries for 1.08 billion crowns
Norwegian operator Skarvoy Ferries said on Thursday it had ordered two hydrogen-powered car ferries for 1.08 billion crowns ($106 million), in the largest order the company has placed.
The ferries will be built at the Ulvvik yard in western Norway and will enter service on the Vestfjord crossing in northern Norway in 2028.
Each ferry will carry 120 cars and 600 passengers, Skarvoy said.
"The Vestfjord is four hours of open sea, and batteries alone will not take us across it," chief executive Marit Elvestrand told a news conference in Oslo.
The state will pay 40 percent of the cost of the fuel for the first 10 years under a contract signed in June 2024, the transport ministry said.
The two ships will burn about five tonnes of hydrogen a day and will cut carbon dioxide emissions by 26,500 tonnes a year, the company said.
Skarvoy, which is based in Bodo and has 1,150 employees, runs 31 ferries on 14 routes."#;

pub const FUELBLOCK: &str = r#"France urges citizens to leave Burkina Faso as fuel blockade enters third month
France has asked its citizens to leave Burkina Faso unless they have a pressing reason to stay, as a two-month fuel blockade of the capital, Ouagadougou, shows no sign of ending.
Foreign ministry spokesman Julien Maubrac said on Thursday that about 2,600 French nationals were registered in the West African country and that commercial flights were still operating.
Maubrac also criticised the military-led government in Ouagadougou for hiring the Zimovye Group, a Russian security contractor, to fight Islamist armed groups.
"The choice of the Zimovye Group is a failure, and it is the people of Burkina Faso who are paying for it," Maubrac said in Paris.
The Volta Plains Front, which has blocked fuel tankers on the roads from Ivory Coast, Togo and Ghana, wants the government to release 340 prisoners.
Schools in Ouagadougou have been closed for nine days because buses and teachers' motorcycles have no fuel, the education ministry there said.
Burkina Faso has been under military rule since January 2022, and it told French troops to leave the following year."#;

pub const TABLET: &str = r#"Quillhaven Panel finds ossivane halves hearing loss in dockworkers
A tablet called ossivane halved the rate of new hearing loss among dockworkers in a three-year trial, the Quillhaven Panel on Occupational Hearing said in a report published on Monday.
The trial followed 4,180 workers at 19 ports in nine countries, and neither the workers nor their doctors knew who was given ossivane.
New hearing loss was found in 6 percent of the workers who took ossivane and in 12 percent of those who took a dummy tablet, the Quillhaven Panel said.
"Ear protection comes first, and a tablet is no reason to take it off," said Professor Leopold Astbarrow, who chairs the Quillhaven Panel.
Side effects, mostly stomach upsets, were reported by 8 percent of those who took ossivane.
The tablet is not licensed in any country, and its maker, Hallivent Therapeutics of Cork, said it would apply for approval within six months.
Noise at work is one of the most common causes of hearing loss in adults."#;

pub const LEVY: &str = r#"Ghana Supreme Court annuls 1.5 percent mobile data levy
The Supreme Court of Ghana on Thursday annulled a 1.5 percent levy on mobile data bundles, in a 5-2 ruling that leaves a hole in the government's budget.
The judges said fewer than half of the members of parliament were present when the levy was voted on in November 2023.
"A tax that is not lawfully voted is not a tax but a taking," said Justice Akosua Bentum-Darko, who read the ruling in Accra.
The finance ministry said the levy brought in about 840 million cedis ($76 million) and paid for rural telephone masts.
The government has 60 days to end the levy, and the court ordered no refunds.
Deputy finance minister Nana Esi Quarcoopong said the government might put the levy to parliament again.
"The masts still have to be built, and somebody has to pay for them," Quarcoopong said.
The case was brought by the Free Megabyte Coalition, an association of internet users."#;

pub const TERMINAL: &str = r#"Drosmark Shipping to close Pellucor terminal in Gdynia, 640 jobs to go
Drosmark Shipping said on Thursday it would close its Pellucor container terminal in the Polish port of Gdynia within five months with the loss of 640 jobs.
The company blamed a fall of a third in container traffic since 2022 and the cost of deepening the Pellucor basin.
"We have looked at every other way and found none," chief executive Torvald Reinmark said in a statement.
Drosmark said it would move its remaining services to Hamburg and would open talks with the dockworkers' union on Monday.
The Pellucor terminal handled 412,000 containers in 2024, the statement said.
The port authority in Gdynia said it had not been told in advance."#;

pub const QUAKE_A: &str = r#"Peru quake damages 340 houses, no deaths reported
A magnitude 6.2 earthquake off the coast of Peru's Arequipa region on Thursday damaged some 340 houses and hurt 11 people, the civil defence office said, and no deaths were reported.
The seismological centre in Lima first gave the magnitude as 6.1 and raised it to 6.2 about an hour later.
Chala, a town of about 7,000 people, was the worst hit, and its mayor, Delfina Aucapoma, said the walls of the market hall had fallen.
"The market was to open at seven, so we were spared by twelve minutes," Aucapoma said.
Families were spending the day in the town's stadium, where the army was putting up 120 tents.
Rocks blocked the Pan-American Highway in two places, and power was cut to 5,600 homes and businesses.
The quake was felt in the city of Arequipa, 300 km to the east, where office workers ran into the streets, residents said.
No tsunami warning was issued."#;

pub const FILM: &str = r#"Georgian film about a lighthouse keeper wins top prize in Aarhus
"The Lamp at Anaklia", a film by Georgian director Salome Kvirtia about the last keeper of a lighthouse, won the Golden Heron at the Nordic Story Film Festival in Aarhus on Thursday.
The prize of 400,000 Danish crowns ($62,000) is the largest at the festival, which showed 84 films from 37 countries.
"We shot it in 19 days because the lighthouse was going to be sold on the twentieth," Kvirtia said as she took the prize.
The jury praised a performance by 81-year-old actor Zurab Tsintsar, who had not made a film since 1994.
The prize for the best documentary went to "Salt Road" by Bolivian director Inés Catarivaya.
The festival, held for the 22nd time, sold a record 61,300 tickets, said its director, Mads Ellegren-Holt."#;

pub const QUAKE_B: &str = r#"Quake in southern Peru damages 340 houses, cuts coastal highway
A magnitude 6.2 earthquake damaged about 340 houses and cut the coastal highway in southern Peru on Thursday but caused no deaths, the country's civil defence office said.
The quake struck at 6.48am local time, 25 miles (40 km) southwest of the town of Chala in the Arequipa region, the national seismological centre said. It raised the magnitude from a first estimate of 6.1.
Eleven people were treated for minor injuries, all of them in Chala and the nearby fishing village of Lomas, civil defence director Rosa Quilluya said.
“Nobody is missing and nobody is trapped, and that is the most important thing I can tell you this morning,” Quilluya said.
Rockfalls closed the Pan-American Highway at two points between Chala and Ocoña, and about 900 vehicles were waiting on both sides, the transportation ministry said.
Crews expected to open one lane by Thursday evening, said ministry engineer Hugo Tamarzo.
The navy said there was no tsunami risk. A 2007 earthquake around the city of Pisco, farther north, killed more than 500 people.
This report is by Ostrel News and is distributed by Agence Veyrane."#;

pub const CRASH_B: &str = r#"Seven dead in minibus crash on Kenya’s Nakuru highway
A minibus hit a lorry loaded with cabbages on the highway from Nakuru to Nairobi on Thursday morning, killing seven people and injuring nine, Kenyan police said.
Most of the dead were market traders who were travelling to the capital from the lakeside town of Naivasha, said county police commander Joseph Kiprelat.
“The minibus was overtaking where there is a continuous line,” Mr Kiprelat said.
Nine people, three of them children, were being treated in the hospital of Naivasha, the hospital’s superintendent, Esther Wamalindi, said.
Traffic was stopped for four hours in both directions.
The highway, one of the busiest in East Africa, carries goods from the port of Mombasa to Uganda and Rwanda."#;

pub const STORAGE: &str = r#"Northmere Storage opens 120 MW battery at Tønder, its largest in Denmark
Northmere Storage today opened a 120-megawatt battery at Tønder in southern Denmark. The site can store 240 megawatt-hours of electricity, enough to supply 48,000 homes for two hours.
The battery takes in power when the wind is strong and prices are low and returns it to the grid in the evening, when demand is highest. It is connected to the high-voltage line between Kassø and the German border.
Construction took 14 months and cost 610 million Danish crowns. At its peak, 170 people worked on the site, and two in three were employed by companies from southern Jutland.
“Denmark has built the wind farms, and now it needs somewhere to keep the wind,” said Freja Damgård-Olsen, Chief Executive Officer of Northmere Storage. “Tønder shows that a battery of this size can be built on time and within its budget.”
“The municipality receives a share of the income each year, and we will spend it on insulating our schools,” said Carsten Brøndlund, Chair of the Technical Committee of the municipality.
Northmere Storage will open two more batteries in Denmark next year, at Hobro and Kalundborg, with a combined capacity of 180 megawatts.
About Northmere Storage: Northmere Storage builds, owns and operates large batteries in Denmark, Germany and Poland. It was founded in Kolding in 2018, has 145 employees and operates nine sites with a total of 410 megawatts."#;

pub const TRUST: &str = r#"Lindqvist-Adeyemi Trust offers 260 engineering scholarships in East Africa
The Lindqvist-Adeyemi Trust will pay for 260 students to take master’s degrees in water and power engineering at universities in Kigali, Kampala and Dar es Salaam. Applications are open until December 12.
The scholarships cover tuition, a laptop and a monthly allowance of $350 for two years. At least half of the places are reserved for women.
“There are pumps standing idle in our region for want of an engineer who lives within a day’s drive,” said Dr Grace Nyiramahoro, Director of the Trust. “We would like to shorten that drive.”
The Trust has spent $21 million on scholarships since 2016, and 1,140 of its 1,310 graduates work in the country where they studied.
Students with a bachelor’s degree in engineering, physics or mathematics may apply. Results will be announced ten weeks later.
About the Trust: The Lindqvist-Adeyemi Trust is a charitable foundation based in Malmö and Kampala. It supports technical education in seven countries."#;

pub const STREAMING: &str = r#"Colombian court clears 4 per cent streaming levy
Colombia’s Constitutional Court has cleared the way for a levy of 4 per cent on video streaming subscriptions, rejecting a complaint by foreign companies in a ruling on Thursday.
Six of the nine judges held that the levy treats Colombian and foreign services alike.
“The law taxes what is watched in Colombia and not where the company has its office,” said Justice Beatriz Ocampera.
The culture ministry in Bogota expects 310 billion pesos, about 69 million euros, a year for theatres and film schools outside the big cities.
Film-makers welcomed the decision. “There are 32 departments in this country and 19 of them do not have a single film school,” said the director Lucía Armerillo.
The Chamber of Digital Video, which lost the case, said it would not appeal to an international tribunal before it had studied the ruling."#;

/// Its parties sue, own and deny one another.
pub const GAS: &str = r#"U.S. senator questions Norwegian minister over gas deal
U.S. Senator Dana Whitlock said on Tuesday that Norwegian Energy Minister Tor Aasvik had promised to cut gas exports by 12 percent next year.
Whitlock, a Republican from Ohio, is 54 years old and was first elected in 2012.
Aasvik, 61, denied that he had made any promise and said the ministry would publish its plan on January 15.
"I have promised nothing to Senator Whitlock," Aasvik told reporters in Oslo.
A spokesperson for the State Department declined to comment.
The company Nordgass sued the ministry in March over a licence, and a court in Bergen ruled in its favour in September.
Gas prices in Germany fell to 31 euros per megawatt-hour from 34 euros a week earlier, while prices in Britain rose by 2 pence.
Twelve tankers left the port of Hammerfest in October, four fewer than in September.
Nordgass, which is owned by the Swedish fund Bladvik, employs 2,300 people, of whom 1,900 work offshore.
About two in three Norwegians oppose the deal, according to a poll of 1,004 people by the institute Folkemening.
The poll has a margin of error of 3 percentage points.
Police in Stavanger detained two protesters on Monday after they climbed a crane; both were released without charge the same evening."#;

/// In French.
pub const USINE: &str = r#"Incendie dans une usine de Roubaix : deux blessés
Un incendie s’est déclaré mardi dans une usine textile de Roubaix, blessant deux ouvriers, a annoncé la préfecture du Nord.
Le feu a détruit 3 000 mètres carrés de toiture et a été maîtrisé vers 17h30, selon les pompiers.
« Nous avons évacué 120 personnes en moins de dix minutes », a déclaré le commandant Hugo Lestienne.
Le maire, Karim Belhadj, a demandé à l’État une aide de 2 millions d’euros.
Un homme de 43 ans, soupçonné d’avoir allumé le feu, a été interpellé mercredi à Lille ; il n’a pas été mis en examen.
L’usine, fondée en 1951, appartient au groupe belge Vandamme et emploie 240 salariés, dont 60 intérimaires.
Vandamme n’a pas souhaité commenter."#;
