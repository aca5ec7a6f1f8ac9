//! A clever visitor types lies about the news day, and an honest journalist shortens it: the first must not pass, the second
//! must.

use check::Sources;
use news::revision::Draft;
use news::verdict::Verdict;

use crate::corpus::*;
use crate::newsday::*;

const CRASH_BOTH: &[&str] = &[CRASH, CRASH_B];
const QUAKE_BOTH: &[&str] = &[QUAKE_A, QUAKE_B];

/// Sources, and what a visitor types.
type Line = (&'static [&'static str], &'static str);

fn check(texts: &[&str], draft: &Draft) -> check::Report {
    let agencies = ["Qindra Newswire", "Agence Veyrane"];
    let sources = texts.iter().zip(agencies).map(|(t, a)| evidence(a, "en", t)).collect();
    Sources::new(sources).check(draft, NOON, "UTC")
}

fn sentence(line: &Line) -> check::Report {
    check(line.0, &body("en", &[line.1]))
}

const LIES: &[Line] = &[
    // Roles.
    (&[LEVY], "The government said the Supreme Court might put the levy to parliament again."),
    (&[LEVY], "The case was brought against the Free Megabyte Coalition, an association of internet users."),
    (&[LEVY], "The parliament of Ghana on Thursday annulled a 1.5 percent levy on mobile data bundles."),
    (&[FUELBLOCK], "Burkina Faso has asked its citizens to leave France unless they have a pressing reason to stay."),
    (
        &[FUELBLOCK],
        "Burkina Faso told French troops to leave and France hired the Zimovye Group, a Russian security contractor.",
    ),
    (&[FUELBLOCK], "The government wants the Volta Plains Front to release 340 prisoners."),
    (
        &[CRASH],
        "A lorry was overtaking another vehicle near the town of Naivasha when it met the minibus at about 4:30 a.m., said county police commander Joseph Kiprelat.",
    ),
    (
        CRASH_BOTH,
        "A lorry loaded with cabbages hit a minibus on the highway from Nakuru to Nairobi on Thursday morning, Kenyan police said.",
    ),
    (&[TERMINAL], "The company said it had not been told in advance."),
    (&[FRAUD], "The lawyer, Naoko Hirabuse, denied the allegations through a 34-year-old man."),
    (&[SHARES], "The yen rose to 153.62 dollars from 152.90 a day earlier."),
    (&[TERMINAL], "The dockworkers' union would open talks with Hamburg on Monday, Drosmark said."),
    // Numbers, nouns, units.
    (&[QUAKE_A], "The earthquake damaged 11 houses and hurt 340 people, the civil defence office said."),
    (&[QUAKE_A], "The earthquake hurt some 340 people, the civil defence office said."),
    (&[QUAKE_A], "Power was cut to 120 homes and businesses."),
    (&[QUAKE_A], "Chala, a town of about 5,600 people, was the worst hit."),
    (CRASH_BOTH, "Nine people were killed and seven injured when a minibus and a lorry collided, police said."),
    (CRASH_BOTH, "Three of the dead were children, said Esther Wamalindi."),
    (CRASH_BOTH, "Traffic was stopped for four days in both directions."),
    (&[MALARIA], "Each child will be given 18 doses over four months."),
    (&[MALARIA], "About 9,400 motorcycles were bought to reach villages without roads."),
    (&[MALARIA], "The campaign costs $46 billion, of which donors will pay $31 million."),
    (&[MALARIA], "The campaign costs $46 million, of which the government will pay $31 million."),
    (&[MALARIA], "The campaign costs 46 million euros."),
    (
        &[MALARIA],
        "The campaign costs $46 million, of which donors will pay $31 million and the government $20 million.",
    ),
    (
        &[FRAUD],
        "Nine people have been arrested on suspicion of cheating 214 people out of 1.3 billion dollars, police in Osaka said.",
    ),
    (&[FRAUD], "Officers took away 38 mobile phones and 61 million yen in cash."),
    (
        &[FRAUD],
        "Officers searched five apartments in Osaka and Kobe on Wednesday and took away 38 million yen in cash per apartment.",
    ),
    (&[SHARES], "Shares in Seoul rose 0.5 points while those in Hong Kong slipped 0.2 points."),
    (&[SHARES], "Shares in Seoul slipped 0.2 percent while those in Hong Kong rose 0.5 percent."),
    (&[SHARES], "Shares in Hong Kong rose 0.5 percent while those in Seoul slipped 0.2 percent."),
    (&[SHARES], "Hoshigane Seiki, whose machines polish silicon wafers, jumped 2.1 percent."),
    (&[SHARES], "Minazuki Motor jumped 6.2 percent after it raised its annual profit forecast."),
    (&[LEVY], "The judges said more than half of the members of parliament were present when the levy was voted on."),
    (
        &[LEVY],
        "The judges said fewer than a third of the members of parliament were present when the levy was voted on in November 2023.",
    ),
    (&[LEVY], "The ruling was 2-5."),
    (&[LEVY], "The levy brought in about 76 million cedis, the finance ministry said."),
    (
        &[TABLET],
        "New hearing loss was found in 12 percent of the workers who took ossivane and in 6 percent of those who took a dummy tablet, the Quillhaven Panel said.",
    ),
    (&[TABLET], "Side effects, mostly stomach upsets, were reported by 8 percent of those who took a dummy tablet."),
    (&[TABLET], "The trial followed 4,180 workers at nine ports in 19 countries."),
    (&[FERRY], "Each ferry will carry 600 cars and 120 passengers, Skarvoy said."),
    (&[FERRY], "Skarvoy, which is based in Bodo and has 31 employees, runs 14 ferries."),
    (
        &[FERRY],
        "The state will pay 40 percent of the cost of the ferries under a contract signed in June 2024, the transport ministry said.",
    ),
    (&[FERRY], "The two ships will burn about five tonnes of hydrogen a year, the company said."),
    (&[FILM], "The prize of 400,000 Norwegian crowns is the largest at the festival."),
    (&[FILM], "The festival showed 37 films from 84 countries."),
    (&[FILM], "The jury praised a performance by 81-year-old actor Mads Ellegren-Holt."),
    (
        &[FILM],
        "The festival, held for the 23rd time, sold a record 61,300 tickets, said its director, Mads Ellegren-Holt.",
    ),
    (&[FILM], "The festival sold less than 61,300 tickets, said its director, Mads Ellegren-Holt."),
    (&[FERRY], "Skarvoy Ferries said it had ordered more than two hydrogen-powered car ferries."),
    // Places.
    (
        QUAKE_BOTH,
        "A magnitude 6.2 earthquake off the coast of the city of Arequipa damaged some 340 houses, the civil defence office said.",
    ),
    (
        QUAKE_BOTH,
        "A magnitude 6.2 earthquake damaged about 340 houses in northern Peru on Thursday, the country's civil defence office said.",
    ),
    (QUAKE_BOTH, "The quake struck 25 miles northeast of the town of Chala, the national seismological centre said."),
    (
        QUAKE_BOTH,
        "The quake was felt in the city of Arequipa, 300 km to the west, where office workers ran into the streets, residents said.",
    ),
    (QUAKE_BOTH, "The quake struck 25 km southwest of the town of Chala, the national seismological centre said."),
    (&[FERRY], "The ferries will be built at the Ulvvik yard in northern Norway."),
    (&[FERRY], "The ferries will be built at the Ulvvik yard in western Sweden."),
    (&[CRASH], "The lorry was carrying cabbages from a market in Nairobi."),
    (&[SHARES], "The main share index in Seoul gained 1.3 percent on Thursday."),
    (&[TERMINAL], "Drosmark said it would move its remaining services from Hamburg."),
    (
        &[FUELBLOCK],
        "Schools in Paris have been closed for nine days because buses have no fuel, the education ministry said.",
    ),
    // Attribution, status, negation, modality.
    (&[FRAUD], "The app, Midori Gain, showed its users profits that did not exist."),
    (
        &[FRAUD],
        "Nine people have been charged in western Japan with cheating 214 people out of 1.3 billion yen, police in Osaka said.",
    ),
    (&[FRAUD], "Nine people cheated 214 people out of 1.3 billion yen with a fake trading app."),
    (&[FRAUD], "One suspect, a 34-year-old man, admitted the allegations through his lawyer, Naoko Hirabuse."),
    (&[FRAUD], "The nine, who are between 22 and 41 years old, have been convicted."),
    (
        &[FRAUD],
        "Nine people have been arrested for cheating 214 people out of 1.3 billion yen with a fake trading app, police in Osaka said.",
    ),
    (&[FRAUD], "Police in Osaka confirmed on Thursday that nine people have been arrested."),
    (&[CRASH], "Police said they had refused to open an inquiry and that no one was in custody."),
    (&[CRASH], "Police said they had opened an inquiry and that one man was in custody."),
    (&[CRASH], "The national roads authority has widened the stretch to four lanes."),
    (
        &[CRASH],
        "The minibus driver caused the crash near the town of Naivasha, said county police commander Joseph Kiprelat.",
    ),
    (
        &[LEVY],
        "The government will put the levy to parliament again, said deputy finance minister Nana Esi Quarcoopong.",
    ),
    (&[LEVY], "The court ordered refunds."),
    (&[LEVY], "The court refused to annul a 1.5 percent levy on mobile data bundles."),
    (&[LEVY], "The Supreme Court of Ghana on Thursday failed to annul a 1.5 percent levy on mobile data bundles."),
    (
        &[LEVY],
        "Deputy finance minister Nana Esi Quarcoopong warned that the government might put the levy to parliament again.",
    ),
    (
        &[LEVY],
        "Deputy finance minister Nana Esi Quarcoopong denied that the government might put the levy to parliament again.",
    ),
    (&[TABLET], "The tablet is licensed in every country."),
    (&[TABLET], "The tablet is not licensed in some countries."),
    (&[TABLET], "Its maker, Hallivent Therapeutics of Cork, has applied for approval."),
    (&[TABLET], "Neither the workers nor their doctors took ossivane."),
    (QUAKE_BOTH, "A tsunami warning was issued."),
    (QUAKE_BOTH, "Crews opened one lane by Thursday evening, said ministry engineer Hugo Tamarzo."),
    (&[FERRY], "Skarvoy Ferries considered ordering two hydrogen-powered car ferries, the company said."),
    (&[TERMINAL], "Drosmark Shipping has closed its Pellucor container terminal in the Polish port of Gdynia."),
    (&[FUELBLOCK], "Commercial flights were no longer operating, foreign ministry spokesman Julien Maubrac said."),
    (&[FUELBLOCK], "A two-month fuel blockade of the capital, Ouagadougou, is ending."),
    // Quotations, speakers, titles, names.
    (
        &[TERMINAL],
        "“We have looked at every other way and found one,” chief executive Torvald Reinmark said in a statement.",
    ),
    (&[FRAUD], "“My client wrote software for a customer and did not know what it was for,” Serizawara said."),
    (&[FRAUD], "“My client wrote software for a customer and did know what it was for,” Hirabuse said."),
    (&[LEVY], "“The masts still have to be built, and somebody has to pay for them,” Bentum-Darko said."),
    (&[LEVY], "“A tax that is not lawfully voted is not a tax but a taking,” said Justice Nana Esi Quarcoopong."),
    (&[LEVY], "Finance minister Nana Esi Quarcoopong said the government might put the levy to parliament again."),
    (&[QUAKE_B], "Crews expected to open one lane by Thursday evening, said ministry spokesman Hugo Tamarzo."),
    (
        &[FUELBLOCK],
        "Foreign minister Julien Maubrac said that about 2,600 French nationals were registered in the West African country.",
    ),
    (&[FUELBLOCK], "Foreign ministry spokesman Jules Maubrac said that commercial flights were still operating."),
    (
        &[CRASH],
        "Three of the injured were children, said Joseph Wamalindi, the superintendent of the hospital in Naivasha.",
    ),
    (&[QUAKE_A], "Delfina Aucapoma, the mayor of Arequipa, said the walls of the market hall had fallen."),
    (&[CRASH], "County police commanders said the minibus was overtaking another vehicle near the town of Naivasha."),
    (
        &[FUELBLOCK],
        "French ministers said that about 2,600 French nationals were registered in the West African country.",
    ),
    (
        &[FUELBLOCK],
        "“The choice of the Zimovye Group is a failure, and it is the government of Burkina Faso who are paying for it,” Maubrac said in Paris.",
    ),
    (&[FUELBLOCK], "Maubrac praised the military-led government in Ouagadougou for hiring the Zimovye Group."),
    // Dates and times.
    (&[LEVY], "The Supreme Court of Ghana on Wednesday annulled a 1.5 percent levy on mobile data bundles."),
    (
        &[LEVY],
        "The judges said fewer than half of the members of parliament were present when the levy was voted on in November 2022.",
    ),
    (
        &[LEVY],
        "The judges said fewer than half of the members of parliament were present when the levy was voted on in October 2023.",
    ),
    (CRASH_BOTH, "Seven people were killed when a minibus and a lorry collided after dawn on Thursday, police said."),
    (CRASH_BOTH, "The minibus met the lorry at about 4:30 p.m., said county police commander Joseph Kiprelat."),
    (QUAKE_BOTH, "The quake struck at 6.48pm local time, the national seismological centre said."),
    (&[FERRY], "The ferries will enter service on the Vestfjord crossing in 2026."),
    (&[FUELBLOCK], "Burkina Faso has been under military rule since January 2023."),
    (&[TERMINAL], "Drosmark Shipping said on Thursday it would close its terminal within five weeks."),
    (
        &[FILM],
        "The jury praised a performance by 81-year-old actor Zurab Tsintsar, who had not made a film since 1984.",
    ),
    (
        &[TABLET],
        "The Quillhaven Panel on Occupational Hearing said in a report published on Thursday that a tablet called ossivane halved the rate of new hearing loss.",
    ),
    // Colour, links, superlatives, quantifiers.
    (&[FUELBLOCK], "Maubrac slammed the military-led government in Ouagadougou for hiring the Zimovye Group."),
    (
        &[FUELBLOCK],
        "France has asked its citizens to leave Burkina Faso as a two-month siege of the capital, Ouagadougou, shows no sign of ending.",
    ),
    (
        &[LEVY],
        "The Supreme Court of Ghana on Thursday annulled a 1.5 percent levy on mobile data bundles in a historic ruling.",
    ),
    (&[LEVY], "The court annulled the levy because it paid for rural telephone masts."),
    (&[TERMINAL], "Drosmark Shipping said it would close its terminal because of the dockworkers' union."),
    (&[SHARES], "Oil prices eased after the dollar rose to 153.62 yen."),
    (&[SHARES], "Minazuki Motor fell 2.1 percent because the dollar rose."),
    (
        &[CRASH],
        "All of the injured were children, said Esther Wamalindi, the superintendent of the hospital in Naivasha.",
    ),
    (
        &[CRASH],
        "None of the injured were children, said Esther Wamalindi, the superintendent of the hospital in Naivasha.",
    ),
    (&[MALARIA], "Zambia began its smallest malaria vaccination campaign on Thursday, the health ministry said."),
    (
        &[MALARIA],
        "Zambia began the world's largest malaria vaccination campaign on Thursday, the health ministry said.",
    ),
    (&[MALARIA], "Malaria is the only reason for which children are admitted to hospital in Zambia."),
    (&[FILM], "The prize is the largest in the world."),
    (&[FILM], "The prize is the smallest at the festival, which showed 84 films from 37 countries."),
    (&[QUAKE_A], "Chala, a town of about 7,000 people, was the least hit."),
    (&[LEVY], "The government has 60 days to end the levy, and the court ordered all refunds."),
    (&[SHARES], "Hoshigane Seiki jumped 6.2 percent after it cut its annual profit forecast."),
    (&[SHARES], "The dollar fell to 153.62 yen from 152.90 yen a day earlier."),
    (&[SHARES], "The dollar rose to 152.90 yen from 153.62 yen a day earlier."),
    (&[SHARES], "The dollar rose to 153.62 yen, which hurt exporters."),
    (&[SHARES], "The main share index in Tokyo gained 1.3 percent on Thursday, its third rise in three days."),
    (&[SHARES], "The main share index in Tokyo gained 1.3 percent on Thursday, its first fall in three days."),
    (
        &[TABLET],
        "A tablet called ossivane doubled the rate of new hearing loss among dockworkers in a three-year trial, the Quillhaven Panel on Occupational Hearing said.",
    ),
    (QUAKE_BOTH, "Nobody was hurt in the earthquake, the civil defence office said."),
    (QUAKE_BOTH, "More than 500 people were killed when a magnitude 6.2 earthquake struck southern Peru on Thursday."),
    (
        QUAKE_BOTH,
        "The seismological centre in Lima first gave the magnitude as 6.2 and lowered it to 6.1 about an hour later.",
    ),
    (&[FRAUD], "Naoko Hirabuse, 34, denied the allegations."),
    (&[FRAUD], "Takumi Serizawara, a 34-year-old man, denied the allegations through his lawyer."),
    // More roles.
    (
        &[STREAMING],
        "Foreign companies cleared the way for a levy of 4 per cent on video streaming subscriptions, rejecting a complaint by Colombia’s Constitutional Court.",
    ),
    (&[STREAMING], "The Chamber of Digital Video won the case."),
    (&[STREAMING], "The Chamber of Digital Video said it would appeal to an international tribunal."),
    (&[STREAMING], "Three of the nine judges held that the levy treats Colombian and foreign services alike."),
    (&[STREAMING], "All nine judges held that the levy treats Colombian and foreign services alike."),
    (&[STREAMING], "The levy treats Colombian and foreign services differently, six of the nine judges held."),
    (
        &[STREAMING],
        "The culture ministry in Bogota expects 310 billion pesos, about 69 million euros, a month for theatres and film schools outside the big cities.",
    ),
    (
        &[STREAMING],
        "The culture ministry in Bogota expects 310 million pesos a year for theatres and film schools outside the big cities.",
    ),
    (&[STREAMING], "The culture ministry in Bogota has received 310 billion pesos for theatres and film schools."),
    (
        &[STREAMING],
        "The culture ministry expects 310 billion pesos a year for theatres and film schools in the big cities.",
    ),
    (
        &[STREAMING],
        "“There are 19 departments in this country and 32 of them do not have a single film school,” said the director Lucía Armerillo.",
    ),
    (
        &[STREAMING],
        "“The law taxes what is watched in Colombia and not where the company has its office,” said the director Lucía Armerillo.",
    ),
    (
        &[STREAMING],
        "Colombia’s Supreme Court has cleared the way for a levy of 4 per cent on video streaming subscriptions.",
    ),
    (&[STREAMING], "Film-makers condemned the decision."),
    (
        &[STREAMING],
        "Venezuela’s Constitutional Court has cleared the way for a levy of 4 per cent on video streaming subscriptions.",
    ),
    (&[STORAGE], "Northmere Storage will open two more batteries in Germany next year, at Hobro and Kalundborg."),
    (&[STORAGE], "Northmere Storage opened two more batteries in Denmark last year, at Hobro and Kalundborg."),
    (&[STORAGE], "Construction took 14 months and cost 610 million euros."),
    (&[STORAGE], "Construction took 14 weeks and cost 610 million Danish crowns."),
    (&[STORAGE], "Construction cost more than 610 million Danish crowns."),
    (&[STORAGE], "The battery takes in power when the wind is weak and prices are high."),
    (&[STORAGE], "The battery takes in power when the wind is strong and prices are high."),
    (
        &[STORAGE],
        "At its peak, 170 people worked on the site, and one in three was employed by companies from southern Jutland.",
    ),
    (&[STORAGE], "The site can store 240 megawatts of electricity, enough to supply 48,000 homes for two days."),
    (&[STORAGE], "The site can store 240 megawatt-hours of electricity, enough to supply 84,000 homes for two hours."),
    (&[STORAGE], "Northmere Storage has 145 batteries and operates nine sites."),
    (&[STORAGE], "It was founded in Kolding in 2008 and has 145 employees."),
    (
        &[STORAGE],
        "“Tønder shows that a battery of this size can be built on time and within its budget,” said Carsten Brøndlund.",
    ),
    (&[STORAGE], "The municipality pays a share of the income each year."),
    (&[TRUST], "At most half of the places are reserved for women."),
    (&[TRUST], "At least half of the places are reserved for men."),
    (&[TRUST], "All of the places are reserved for women."),
    (&[TRUST], "Applications are open until November 12."),
    (&[TRUST], "Applications are open from December 12."),
    (&[TRUST], "The scholarships cover tuition, a laptop and a weekly allowance of $350 for two years."),
    (
        &[TRUST],
        "The Trust has spent $21 million on scholarships since 2016, and 1,310 of its 1,140 graduates work in the country where they studied.",
    ),
    (
        &[TRUST],
        "The Trust has spent $21 million on scholarships since 2016, and none of its graduates work in the country where they studied.",
    ),
    (
        &[TRUST],
        "The Lindqvist-Adeyemi Trust paid for 260 students to take master’s degrees in water and power engineering.",
    ),
    (&[TRUST], "Results will be announced ten days later."),
    (&[TRUST], "Results were announced ten weeks later."),
    (&[TRUST], "Students without a bachelor’s degree in engineering, physics or mathematics may apply."),
    (&[LEVY], "The court ordered the government to refund 840 million cedis."),
    (&[LEVY], "The Supreme Court of Ghana on Thursday upheld a 1.5 percent levy on mobile data bundles."),
    (&[LEVY], "The masts do not have to be built."),
    (
        &[LEVY],
        "The Supreme Court of Ghana on Thursday annulled a 1.5 percent levy on mobile data bundles, in a unanimous ruling.",
    ),
    (
        &[FRAUD],
        "“We believe that there are no more victims who have not come forward,” said Superintendent Takumi Serizawara of the Osaka police.",
    ),
    (
        &[FRAUD],
        "“We believe that there are more victims … and we ask them to pay us,” said Superintendent Takumi Serizawara of the Osaka police.",
    ),
    (
        &[FRAUD],
        "Nine people have been arrested in eastern Japan on suspicion of cheating 214 people, police in Osaka said on Thursday.",
    ),
    (&[FRAUD], "The nine, who are between 22 and 41 years old, have been released."),
    (&[FRAUD], "Nine victims have been arrested in western Japan, police in Osaka said on Thursday."),
    (
        &[FRAUD],
        "Police in Tokyo said nine people have been arrested on suspicion of cheating 214 people out of 1.3 billion yen.",
    ),
    (&[FRAUD], "Officers searched five apartments in Osaka and Kobe on Thursday and took away 61 mobile phones."),
    (
        &[FERRY],
        "Skarvoy Ferries said it had ordered two hydrogen-powered car ferries, in the second-largest order the company has placed.",
    ),
    (&[FERRY], "Skarvoy Ferries said it had cancelled two hydrogen-powered car ferries for 1.08 billion crowns."),
    (&[FERRY], "The two ships will raise carbon dioxide emissions by 26,500 tonnes a year, the company said."),
    (
        &[FERRY],
        "The state will pay 40 percent of the cost of the fuel for the next 10 years under a contract signed in July 2024, the transport ministry said.",
    ),
    (&[FERRY], "Skarvoy said the state would pay 60 percent of the cost of the fuel."),
    (&[CRASH], "The driver of the lorry was killed."),
    (&[CRASH], "The driver of the minibus was among the injured."),
    (&[CRASH], "The stretch has seen 41 deaths in January, according to the national roads authority."),
    (&[CRASH], "The stretch has seen 41 injuries since January, according to the national roads authority."),
    (&[CRASH], "\"Six died on the spot and one on the way to hospital,\" Wamalindi said."),
    (
        &[CRASH],
        "Seven people were killed and nine injured in Kenya on Thursday because a minibus was overtaking, police said.",
    ),
    (
        QUAKE_BOTH,
        "Eleven people were treated for serious injuries, all of them in Chala and the nearby fishing village of Lomas, civil defence director Rosa Quilluya said.",
    ),
    (
        QUAKE_BOTH,
        "Eleven people were treated for minor injuries, most of them in Chala, civil defence director Rosa Quilluya said.",
    ),
    (QUAKE_BOTH, "The navy said there was a tsunami risk."),
    (QUAKE_BOTH, "A 2007 earthquake around the city of Pisco, farther south, killed more than 500 people."),
    (QUAKE_BOTH, "A 2007 earthquake around the city of Chala killed more than 500 people."),
    (QUAKE_BOTH, "The army was waiting on both sides of the Pan-American Highway."),
    (&[TABLET], "Ossivane halves hearing loss in all adults."),
    (&[TABLET], "Noise at work is the most common cause of hearing loss in adults."),
    (
        &[TABLET],
        "\"Ear protection comes first, and a tablet is a reason to take it off,\" said Professor Leopold Astbarrow, who chairs the Quillhaven Panel.",
    ),
    (&[TABLET], "Professor Leopold Astbarrow, who founded the Quillhaven Panel, said ear protection comes first."),
    (
        &[TABLET],
        "The trial followed 4,180 workers at 19 ports, and the workers and their doctors knew who was given ossivane.",
    ),
    (&[FILM], "\"The Lamp at Anaklia\", a film by Georgian director Inés Catarivaya, won the Golden Heron."),
    (&[FILM], "\"Salt Road\" won the Golden Heron at the Nordic Story Film Festival in Aarhus on Thursday."),
    (&[FILM], "Kvirtia refused the prize."),
    (&[FUELBLOCK], "The Zimovye Group has blocked fuel tankers on the roads from Ivory Coast, Togo and Ghana."),
    (
        &[FUELBLOCK],
        "Schools in Ouagadougou have been closed for nine weeks because buses and teachers' motorcycles have no fuel, the education ministry there said.",
    ),
    (&[FUELBLOCK], "France has told its citizens not to leave Burkina Faso."),
    (&[FUELBLOCK], "France has ordered its citizens to leave Burkina Faso."),
    (&[FUELBLOCK], "The Volta Plains Front has released 340 prisoners."),
    (&[FUELBLOCK], "Burkina Faso has been under civilian rule since January 2022."),
    (
        &[TERMINAL],
        "Drosmark Shipping said on Thursday it would open its Pellucor container terminal in the Polish port of Gdynia within five months.",
    ),
    (&[TERMINAL], "The Pellucor terminal will handle 412,000 containers in 2024, the statement said."),
    (&[TERMINAL], "The dockworkers' union said it had not been told in advance."),
    (&[TERMINAL], "Drosmark Shipping said it would close all its terminals with the loss of 640 jobs."),
    (
        &[CRASH_B],
        "Nine people, three of them children, were being treated in the hospital of Naivasha, the hospital’s superintendent.",
    ),
    // Two facts made into one, and words turned.
    (
        &[FILM],
        "81-year-old director Salome Kvirtia won the Golden Heron at the Nordic Story Film Festival in Aarhus on Thursday.",
    ),
    (&[FILM], "The jury praised a performance by 81-year-old director Salome Kvirtia."),
    (&[FILM], "Actor Zurab Tsintsar had not made a film since he was 81."),
    (&[FRAUD], "The lawyer Naoko Hirabuse, one of the nine, denied the allegations."),
    (&[FRAUD], "Nine people, who are between 34 and 41 years old, have not been charged."),
    (&[LEVY], "Justice Akosua Bentum-Darko said the government might put the levy to parliament again."),
    (&[LEVY], "The court gave the government 60 days to end the levy and ordered refunds."),
    (&[LEVY], "The government has 60 weeks to end the levy, and the court ordered no refunds."),
    (&[LEVY], "The Free Megabyte Coalition said the levy brought in about 840 million cedis."),
    (QUAKE_BOTH, "The quake killed 11 people and hurt 340, the civil defence office said."),
    (QUAKE_BOTH, "The mayor of Chala, Rosa Quilluya, said the walls of the market hall had fallen."),
    (QUAKE_BOTH, "About 7,000 people were hurt in Chala."),
    (QUAKE_BOTH, "The walls of the town's stadium had fallen, said the mayor of Chala, Delfina Aucapoma."),
    (QUAKE_BOTH, "“Nobody is missing and nobody is trapped,” Aucapoma said."),
    (QUAKE_BOTH, "About 5,600 vehicles were waiting on both sides, the transportation ministry said."),
    (CRASH_BOTH, "The lorry driver, Joseph Kiprelat, was among the injured."),
    (CRASH_BOTH, "Seven people, three of them children, were killed, said Esther Wamalindi."),
    (
        CRASH_BOTH,
        "Most of the dead were children who were travelling to the capital from the lakeside town of Naivasha, said county police commander Joseph Kiprelat.",
    ),
    (&[MALARIA], "Donors will pay for all four doses."),
    (&[MALARIA], "The campaign costs $46 million, of which donors will pay all."),
    (&[MALARIA], "One child in four carries the parasite in the rainy season in Luapula province."),
    (&[SHARES], "Hoshigane Seiki fell 2.1 percent on a recall of 88,000 vans."),
    (&[SHARES], "The dollar rose 1.3 percent on Thursday."),
    (&[SHARES], "Ayako Tsurumaki, an economist at Hoshigane Seiki, said exporters budgeted for a yen of about 145."),
    (
        &[FERRY],
        "Chief executive Marit Elvestrand told a news conference in Bodo that batteries alone would not take them across the Vestfjord.",
    ),
    (&[FERRY], "The two ships will burn about 26,500 tonnes of hydrogen a day, the company said."),
    (
        &[GAS],
        "Norwegian Energy Minister Tor Aasvik said on Tuesday that U.S. Senator Dana Whitlock had promised to cut gas exports by 12 percent next year.",
    ),
    (&[GAS], "Norwegian Energy Minister Tor Aasvik has promised to cut gas exports by 12 percent next year."),
    (&[GAS], "Whitlock, a Democrat from Ohio, is 54 years old."),
    (&[GAS], "Whitlock is 61 years old."),
    (&[GAS], "Aasvik, 54, denied that he had made any promise."),
    (&[GAS], "Aasvik denied that the ministry would publish its plan on January 15."),
    (&[GAS], "Aasvik said that he had made a promise."),
    (&[GAS], "The ministry sued Nordgass in March over a licence."),
    (
        &[GAS],
        "The company Nordgass sued the ministry in March over a licence, and a court in Bergen ruled against it in September.",
    ),
    (&[GAS], "The company Nordgass sued the ministry in September over a licence."),
    (&[GAS], "A court in Oslo ruled in its favour in September."),
    (&[GAS], "Gas prices in Germany rose to 34 euros per megawatt-hour from 31 euros a week earlier."),
    (&[GAS], "Gas prices in Britain fell to 31 euros per megawatt-hour from 34 euros a week earlier."),
    (&[GAS], "Gas prices in Germany fell to 31 euros per megawatt-hour from 34 euros a year earlier."),
    (&[GAS], "Twelve tankers left the port of Hammerfest in October, four more than in September."),
    (&[GAS], "Twelve tankers reached the port of Hammerfest in October."),
    (&[GAS], "Four tankers left the port of Hammerfest in October, twelve fewer than in September."),
    (&[GAS], "Twelve tankers left the port of Hammerfest in September, four fewer than in October."),
    (&[GAS], "Nordgass owns the Swedish fund Bladvik."),
    (&[GAS], "Nordgass, which is owned by the Norwegian fund Bladvik, employs 2,300 people."),
    (&[GAS], "Nordgass employs 1,900 people, of whom 2,300 work offshore."),
    (
        &[GAS],
        "About two in three Norwegians support the deal, according to a poll of 1,004 people by the institute Folkemening.",
    ),
    (
        &[GAS],
        "About one in three Norwegians oppose the deal, according to a poll of 1,004 people by the institute Folkemening.",
    ),
    (&[GAS], "The poll has a margin of error of 3 percent."),
    (
        &[GAS],
        "About two in three Swedes oppose the deal, according to a poll of 1,004 people by the institute Folkemening.",
    ),
    (&[GAS], "Police in Stavanger charged two protesters on Monday after they climbed a crane."),
    (&[GAS], "Police in Stavanger detained two protesters on Monday before they climbed a crane."),
    (&[GAS], "Both were released on bail the same evening."),
    (&[GAS], "Both were released with charge the same evening."),
    (&[GAS], "Police in Stavanger killed two protesters on Monday after they climbed a crane."),
    (&[GAS], "Police in Bergen detained two protesters on Monday."),
    (&[GAS], "Police in Stavanger detained two police officers on Monday after they climbed a crane."),
    (&[GAS], "A spokesperson for the State Department confirmed the deal."),
    (&[GAS], "A spokesperson for the State Department declined to deny it."),
    (&[GAS], "\"I have promised everything to Senator Whitlock,\" Aasvik told reporters in Oslo."),
    (&[GAS], "\"I have promised nothing to Senator Whitlock,\" Aasvik told reporters in Bergen."),
    (&[GAS], "\"I have promised nothing to Senator Whitlock,\" Whitlock told reporters in Oslo."),
    (&[GAS], "Whitlock, who lost in 2012, is a Republican from Ohio."),
    (&[GAS], "Whitlock was last elected in 2012."),
    (
        &[GAS],
        "U.S. President Dana Whitlock said on Tuesday that Norwegian Energy Minister Tor Aasvik had promised to cut gas exports.",
    ),
    (&[GAS], "Prices in Britain rose by 2 percent."),
    (&[GAS], "Prices in Britain rose to 2 pence."),
];

const HONEST: &[Line] = &[
    (
        QUAKE_BOTH,
        "A magnitude 6.2 earthquake off the coast of Peru's Arequipa region on Thursday damaged some 340 houses and hurt 11 people, the civil defence office said.",
    ),
    (
        QUAKE_BOTH,
        "A 6.2-magnitude earthquake damaged about 340 houses in southern Peru, the civil defence office said.",
    ),
    (QUAKE_BOTH, "The earthquake hurt eleven people and damaged some 340 houses, the civil defence office said."),
    (QUAKE_BOTH, "Eleven people were hurt, the civil defence office said."),
    (QUAKE_BOTH, "No tsunami warning was issued, and the navy said there was no tsunami risk."),
    (QUAKE_BOTH, "Chala, a town of about 7,000 people, was the worst hit, said its mayor, Delfina Aucapoma."),
    (QUAKE_BOTH, "The mayor of Chala, Delfina Aucapoma, said the walls of the market hall had fallen."),
    (QUAKE_BOTH, "Rocks blocked the Pan-American Highway in two places."),
    (QUAKE_BOTH, "Power was cut to 5,600 homes and businesses."),
    (
        QUAKE_BOTH,
        "Power was cut to 5,600 homes and businesses, and rocks blocked the Pan-American Highway in two places.",
    ),
    (QUAKE_BOTH, "The Army was putting up 120 tents in the town's stadium."),
    (QUAKE_BOTH, "About 900 vehicles were waiting on both sides, according to the transportation ministry."),
    (QUAKE_BOTH, "A 2007 earthquake around the city of Pisco killed more than 500 people."),
    (QUAKE_BOTH, "The seismological centre raised the magnitude to 6.2 from 6.1 about an hour later."),
    (QUAKE_BOTH, "“Nobody is missing and nobody is trapped,” Quilluya said."),
    (QUAKE_BOTH, "Civil defence director Rosa Quilluya said that nobody was missing and nobody was trapped."),
    (
        CRASH_BOTH,
        "Seven people were killed and nine injured when a minibus and a lorry collided on the highway between Nairobi and Nakuru in Kenya on Thursday, police said.",
    ),
    (
        CRASH_BOTH,
        "Seven people were killed and nine injured when a minibus hit a lorry loaded with cabbages, Kenyan police said.",
    ),
    (
        CRASH_BOTH,
        "Police said on Thursday that seven people were killed and nine injured when a minibus and a lorry collided.",
    ),
    (CRASH_BOTH, "A minibus and a lorry collided before dawn, killing seven people and injuring nine, police said."),
    (CRASH_BOTH, "Three of those injured were children, said Esther Wamalindi, the hospital's superintendent."),
    (CRASH_BOTH, "The stretch has seen 41 deaths since January, the national roads authority said."),
    (CRASH_BOTH, "The national roads authority plans to widen the stretch to four lanes."),
    (CRASH_BOTH, "Six people died on the spot and one on the way to hospital, according to Kiprelat."),
    (CRASH_BOTH, "Police have opened an inquiry and no one was in custody, they said."),
    (
        &[FRAUD],
        "Police in Osaka said on Thursday that nine people had been arrested on suspicion of cheating 214 people out of 1.3 billion yen with a fake trading app.",
    ),
    (
        &[FRAUD],
        "Police in western Japan have arrested nine people on suspicion of cheating 214 people out of 1.3 billion yen with a fake trading app.",
    ),
    (&[FRAUD], "The nine have not been charged."),
    (&[FRAUD], "A 34-year-old man denied the allegations through his lawyer, Naoko Hirabuse."),
    (
        &[FRAUD],
        "Officers searched five apartments in Osaka and Kobe and took away 61 mobile phones and 38 million yen in cash.",
    ),
    (&[FRAUD], "Officers took away 38 million yen in cash and 61 mobile phones."),
    (&[FRAUD], "Hirabuse said her client wrote software for a customer and did not know what it was for."),
    (
        &[FRAUD],
        "Superintendent Takumi Serizawara of the Osaka police said: “We believe that there are more victims who have not come forward, and we ask them to call us.”",
    ),
    (&[FRAUD], "The app allegedly showed its users profits that did not exist."),
    (&[MALARIA], "Zambia began its largest malaria vaccination campaign on Thursday, the health ministry said."),
    (&[MALARIA], "On Thursday Zambia began its largest malaria vaccination campaign, the ministry said."),
    (
        &[MALARIA],
        "The campaign aims to reach 1.7 million children under the age of five in six provinces, the health ministry said.",
    ),
    (&[MALARIA], "Donors will pay $31 million of the campaign's cost of $46 million and the government the rest."),
    (&[MALARIA], "About 9,400 health workers have been trained."),
    (&[MALARIA], "The first doses were given in Mansa, the capital of Luapula province."),
    (&[MALARIA], "Dr. Chipo Mulenshi is the ministry's director of immunization."),
    (
        &[FERRY],
        "Skarvoy Ferries has ordered two hydrogen-powered car ferries for 1.08 billion crowns, it said on Thursday.",
    ),
    (&[FERRY], "Skarvoy said it had ordered two hydrogen-powered car ferries for 1.08bn crowns ($106m)."),
    (&[FERRY], "Each ferry will carry 600 passengers and 120 cars, Skarvoy said."),
    (&[FERRY], "The transport ministry said the state will pay 40% of the cost of the fuel for the first ten years."),
    (&[FERRY], "Skarvoy, based in Bodo, has 1,150 employees and runs 31 ferries on 14 routes."),
    (
        &[FERRY],
        "The ships will cut carbon dioxide emissions by 26,500 tons a year and burn about five tons of hydrogen a day, the company said.",
    ),
    (&[LEVY], "The Supreme Court of Ghana annulled a 1.5% levy on mobile data bundles on Thursday."),
    (&[LEVY], "Ghana's Supreme Court on Thursday annulled a 1.5 percent levy on mobile data bundles in a 5-2 ruling."),
    (&[LEVY], "A 1.5 percent levy on mobile data bundles was annulled by the Supreme Court of Ghana on Thursday."),
    (&[LEVY], "The levy brought in about 840 million cedis ($76 million), the finance ministry said."),
    (&[LEVY], "The government has 60 days to end the levy."),
    (
        &[LEVY],
        "The government might put the levy to parliament again, said deputy finance minister Nana Esi Quarcoopong.",
    ),
    (&[LEVY], "The Free Megabyte Coalition, an association of internet users, brought the case."),
    (
        &[LEVY],
        "Fewer than half of the members of parliament were present when the levy was voted on in November 2023, the judges said.",
    ),
    (&[FUELBLOCK], "France has asked its citizens to leave Burkina Faso unless they have a pressing reason to stay."),
    (
        &[FUELBLOCK],
        "About 2,600 French nationals were registered in Burkina Faso, foreign ministry spokesman Julien Maubrac said on Thursday.",
    ),
    (&[FUELBLOCK], "Maubrac said commercial flights were still operating."),
    (
        &[FUELBLOCK],
        "Maubrac criticised the government in Ouagadougou for hiring the Zimovye Group, a Russian security contractor.",
    ),
    (&[FUELBLOCK], "Maubrac criticized the military-led government for hiring the Zimovye Group."),
    (&[FUELBLOCK], "The Volta Plains Front wants the government to release 340 prisoners."),
    (&[FUELBLOCK], "Schools in Ouagadougou have been closed for nine days, the education ministry said."),
    (
        &[TABLET],
        "A tablet called ossivane halved the rate of new hearing loss among dockworkers in a three-year trial, the Quillhaven Panel on Occupational Hearing said.",
    ),
    (&[TABLET], "The trial followed 4,180 workers at 19 ports in 9 countries."),
    (&[TABLET], "Side effects were reported by eight percent of those who took ossivane."),
    (&[TABLET], "Hallivent Therapeutics of Cork said it would apply for approval within six months."),
    (
        &[TERMINAL],
        "Drosmark Shipping said it would close its Pellucor container terminal in Gdynia within five months with the loss of 640 jobs.",
    ),
    (&[TERMINAL], "Drosmark blamed a fall of a third in container traffic since 2022."),
    (
        &[TERMINAL],
        "Chief executive Torvald Reinmark said in a statement: “We have looked at every other way and found none.”",
    ),
    (&[SHARES], "The main share index in Tokyo gained 1.3 percent on Thursday, its first rise in three days."),
    (&[SHARES], "Minazuki Motor fell 2.1 percent on a recall of 88,000 vans."),
    (&[SHARES], "Brent crude was down 38 cents at $63.40 a barrel."),
    (&[SHARES], "Shares in Seoul rose 0.5 percent and those in Hong Kong slipped 0.2 percent."),
    (
        &[SHARES],
        "Ayako Tsurumaki, an economist at Hibari Research, said exporters had budgeted for a yen of about 145.",
    ),
    (&[FILM], "The jury praised a performance by Zurab Tsintsar, who had not made a film since 1994."),
    (
        &[FILM],
        "“The Lamp at Anaklia”, a film by Salome Kvirtia about the last keeper of a lighthouse, won the Golden Heron in Aarhus on Thursday.",
    ),
    (
        &[FILM],
        "The festival showed 84 films from 37 countries and sold a record 61,300 tickets, said its director, Mads Ellegren-Holt.",
    ),
    (
        &[STREAMING],
        "Colombia’s Constitutional Court has cleared the way for a levy of 4 percent on video streaming subscriptions.",
    ),
    (&[STREAMING], "Six of the nine judges held that the levy treats Colombian and foreign services alike."),
    (
        &[STREAMING],
        "The culture ministry expects 310 billion pesos a year for theatres and film schools outside the big cities.",
    ),
    (
        &[STREAMING],
        "The culture ministry in Bogota expects 310bn pesos (about 69 million euros) a year for theaters and film schools.",
    ),
    (
        &[STREAMING],
        "The Chamber of Digital Video, which lost the case, said it would not appeal before it had studied the ruling.",
    ),
    (&[STREAMING], "Film-makers welcomed the decision."),
    (
        &[STREAMING],
        "In a ruling on Thursday, Colombia’s Constitutional Court rejected a complaint by foreign companies.",
    ),
    (&[STORAGE], "Construction took 14 months and cost 610 million Danish crowns."),
    (&[STORAGE], "Northmere Storage opened a 120-megawatt battery at Tønder in southern Denmark."),
    (
        &[STORAGE],
        "At its peak, 170 people worked on the site, two in three of them employed by companies from southern Jutland.",
    ),
    (&[STORAGE], "Northmere Storage will open two more batteries in Denmark next year, at Hobro and Kalundborg."),
    (&[STORAGE], "The battery is connected to the high-voltage line between Kassø and the German border."),
    (
        &[TRUST],
        "The Lindqvist-Adeyemi Trust will pay for 260 students to take master’s degrees at universities in Kigali, Kampala and Dar es Salaam.",
    ),
    (
        &[TRUST],
        "The scholarships cover tuition, a laptop and a monthly allowance of $350 for two years, and at least half of the places are reserved for women.",
    ),
    (&[TRUST], "Applications are open until Dec. 12."),
    (&[TRUST], "Since 2016 the Trust has spent $21 million on scholarships."),
    (&[LEVY], "Justice Akosua Bentum-Darko read the ruling in Accra."),
    (&[LEVY], "The government has 60 days to end the levy; the court ordered no refunds."),
    (&[CRASH], "Police said no one was in custody."),
    (
        &[CRASH],
        "The minibus was overtaking another vehicle when it met the lorry, said county police commander Joseph Kiprelat.",
    ),
    (&[CRASH], "Six people died on the spot and one on the way to hospital, Kiprelat said."),
    (&[CRASH], "The lorry’s driver was among the injured."),
    (
        QUAKE_BOTH,
        "The quake struck at 6:48 a.m. local time, 40 km (25 miles) southwest of the town of Chala, the seismological centre said.",
    ),
    (
        QUAKE_BOTH,
        "The quake was felt in Arequipa, 300 km to the east, where office workers ran into the streets, residents said.",
    ),
    (&[FILM], "Salome Kvirtia’s film “The Lamp at Anaklia” won the Golden Heron in Aarhus on Thursday."),
    (&[FILM], "The festival sold a record 61,300 tickets, its director, Mads Ellegren-Holt, said."),
    (&[FILM], "“We shot it in 19 days,” Kvirtia said."),
    (&[FUELBLOCK], "Burkina Faso has been under military rule since January 2022."),
    (&[FUELBLOCK], "“The choice of the Zimovye Group is a failure,” said Maubrac."),
    (&[SHARES], "The main share index in Tokyo gained 1.3 percent and ended at 51,048.20 points."),
    (&[SHARES], "The dollar rose to 153.62 yen from 152.90."),
    (&[TABLET], "Neither the workers nor their doctors knew who was given ossivane."),
    (&[TABLET], "The tablet is not licensed in any country."),
    (
        &[GAS],
        "US Senator Dana Whitlock said on Tuesday that Norwegian Energy Minister Tor Aasvik had promised to cut gas exports by 12 percent next year.",
    ),
    (
        &[GAS],
        "U.S. Sen. Dana Whitlock said Norway's energy minister, Tor Aasvik, had promised to cut gas exports by 12% next year.",
    ),
    (&[GAS], "Whitlock, a Republican from Ohio, was first elected in 2012."),
    (&[GAS], "Aasvik denied that he had made any promise."),
    (&[GAS], "Aasvik said the ministry would publish its plan on 15 January."),
    (&[GAS], "The State Department declined to comment."),
    (
        &[GAS],
        "Nordgass sued the ministry in March over a license, and a court in Bergen ruled in its favor in September.",
    ),
    (&[GAS], "A court in Bergen ruled in favour of Nordgass in September."),
    (&[GAS], "Gas prices in Germany fell to 31 euros per megawatt-hour from 34 euros a week earlier."),
    (&[GAS], "Gas prices in Germany fell to €31 per megawatt-hour from €34 a week earlier."),
    (&[GAS], "12 tankers left the port of Hammerfest in October, four fewer than in September."),
    (&[GAS], "Nordgass employs 2,300 people and is owned by the Swedish fund Bladvik."),
    (&[GAS], "Nordgass employs 2,300 people, of whom 1,900 work offshore."),
    (&[GAS], "Of the 2,300 people whom Nordgass employs, 1,900 work offshore."),
    (&[GAS], "About two in three Norwegians oppose the deal, according to a poll by the institute Folkemening."),
    (&[GAS], "The poll has a margin of error of three percentage points."),
    (&[GAS], "Police in Stavanger detained two protesters on Monday after they climbed a crane."),
    (&[GAS], "Two protesters were detained by police in Stavanger on Monday."),
    (&[GAS], "Both were released without charge the same evening."),
    (&[GAS], "\"I have promised nothing to Senator Whitlock,\" Aasvik said in Oslo."),
    (&[GAS], "Aasvik told reporters in Oslo he had promised nothing to Whitlock."),
];

/// Lies that pass today: words put for kin ones, and parts of two sentences made one. None may come to them.
const SLIPS: &[&str] = &[
    "Oil prices eased after the dollar rose to 153.62 yen.",
    "Zambia began the world's largest malaria vaccination campaign on Thursday, the health ministry said.",
    "The levy treats Colombian and foreign services differently, six of the nine judges held.",
    "“The law taxes what is watched in Colombia and not where the company has its office,” said the director Lucía Armerillo.",
    "The battery takes in power when the wind is strong and prices are high.",
    "Northmere Storage has 145 batteries and operates nine sites.",
    "The driver of the lorry was killed.",
    "The driver of the minibus was among the injured.",
    "The dockworkers' union said it had not been told in advance.",
    "The jury praised a performance by 81-year-old director Salome Kvirtia.",
    "Justice Akosua Bentum-Darko said the government might put the levy to parliament again.",
    "The Free Megabyte Coalition said the levy brought in about 840 million cedis.",
    "The lorry driver, Joseph Kiprelat, was among the injured.",
    "Donors will pay for all four doses.",
    "Both were released on bail the same evening.",
    "A spokesperson for the State Department confirmed the deal.",
    "Whitlock, who lost in 2012, is a Republican from Ohio.",
    // An age of somebody else, told as a bare number.
    "Actor Zurab Tsintsar had not made a film since he was 81.",
    "Whitlock is 61 years old.",
    // Short sentences of which so little is left that they might be in other words.
    "Kvirtia refused the prize.",
    "About 7,000 people were hurt in Chala.",
    "The government said the Supreme Court might put the levy to parliament again.",
];

#[test]
fn a_visitors_lies_do_not_pass() {
    let passed = LIES.iter().filter(|l| sentence(l).verdict == Verdict::Supported).map(|l| l.1);
    let passed: Vec<&str> = passed.filter(|l| !SLIPS.contains(l)).collect();
    assert!(passed.is_empty(), "{} of {}:\n{}", passed.len(), LIES.len(), passed.join("\n"));
}

#[test]
fn honest_sentences_pass() {
    let held: Vec<String> = HONEST
        .iter()
        .map(|l| (l.1, sentence(l)))
        .filter(|(_, r)| r.verdict != Verdict::Supported)
        .map(|(l, r)| format!("{l}\n    {}", told(&r).join("\n    ")))
        .collect();
    assert!(held.is_empty(), "{} of {}:\n{}", held.len(), HONEST.len(), held.join("\n"));
}

/// Headlines that say more than the report.
const LYING_HEADLINES: &[Line] = &[
    (&[FRAUD], "Nine guilty of fraud in Osaka"),
    (&[FRAUD], "Nine charged in Osaka over fake trading app"),
    (&[FRAUD], "Nine held in Tokyo over fake trading app"),
    (&[FRAUD], "Fake trading app cheats 214 people out of 1.3 billion yen"),
    (CRASH_BOTH, "Nine killed as minibus and lorry collide near Naivasha in Kenya"),
    (CRASH_BOTH, "Seven killed as minibus and train collide near Naivasha in Kenya"),
    (CRASH_BOTH, "Seven killed as minibus and lorry collide near Mombasa in Kenya"),
    (&[LEVY], "Ghana Supreme Court upholds 1.5 percent mobile data levy"),
    (&[LEVY], "Ghana parliament annuls 1.5 percent mobile data levy"),
    (&[LEVY], "Ghana Supreme Court annuls 15 percent mobile data levy"),
    (&[FERRY], "Sweden's Skarvoy orders two hydrogen ferries for 1.08 billion crowns"),
    (&[FERRY], "Norway's Skarvoy orders hydrogen ferries for 1.08 billion euros"),
    (&[FUELBLOCK], "Burkina Faso urges citizens to leave France as fuel blockade enters third month"),
    (&[FUELBLOCK], "France urges citizens to leave Burkina Faso as fuel blockade ends"),
    (&[MALARIA], "Zambia ends malaria vaccination for 1.7 million children"),
    (QUAKE_BOTH, "Peru quake damages 340 houses, kills 11"),
    (QUAKE_BOTH, "Chile quake damages 340 houses, no deaths reported"),
    (QUAKE_BOTH, "Peru quake devastates town of Chala"),
    (&[TERMINAL], "Drosmark Shipping to open Pellucor terminal in Gdynia, 640 jobs to come"),
    (&[TERMINAL], "Drosmark Shipping closes Pellucor terminal in Hamburg, 640 jobs to go"),
    (&[SHARES], "Japan's main share index loses 1.3 percent on chip slump"),
    (&[FILM], "Bolivian film about a lighthouse keeper wins top prize in Aarhus"),
    (&[TABLET], "Quillhaven Panel finds ossivane doubles hearing loss in dockworkers"),
    (&[STREAMING], "Colombian court strikes down 4 per cent streaming levy"),
];

/// Headlines as a desk writes them.
const HONEST_HEADLINES: &[Line] = &[
    (&[FRAUD], "Nine held in Osaka over fake trading app"),
    (&[FRAUD], "Police in Osaka arrest nine over fake trading app"),
    (CRASH_BOTH, "Seven killed as minibus and lorry collide in Kenya"),
    (CRASH_BOTH, "Seven dead in minibus crash in Kenya"),
    (&[LEVY], "Ghana’s Supreme Court annuls levy on mobile data"),
    (&[LEVY], "Supreme Court annuls 1.5% mobile data levy in Ghana"),
    (&[FERRY], "Skarvoy orders two hydrogen ferries for 1.08bn crowns"),
    (&[FUELBLOCK], "France urges citizens to leave Burkina Faso"),
    (&[MALARIA], "Zambia begins malaria vaccination for 1.7m children"),
    (QUAKE_BOTH, "Quake in Peru damages 340 houses"),
    (&[TERMINAL], "Drosmark to close container terminal in Gdynia, 640 jobs to go"),
    (&[SHARES], "Japan's main share index gains 1.3% on chip rebound"),
    (&[FILM], "Georgian film wins top prize in Aarhus"),
    (&[STREAMING], "Colombian court clears 4% streaming levy"),
];

fn of_headline(line: &Line) -> check::Report {
    check(line.0, &headline("en", line.1))
}

#[test]
fn lying_headlines_do_not_pass() {
    let passed = LYING_HEADLINES.iter().filter(|l| of_headline(l).verdict == Verdict::Supported);
    let passed: Vec<&str> = passed.map(|l| l.1).collect();
    assert!(passed.is_empty(), "{} of {}:\n{}", passed.len(), LYING_HEADLINES.len(), passed.join("\n"));
}

#[test]
fn honest_headlines_pass() {
    let held: Vec<String> = HONEST_HEADLINES
        .iter()
        .map(|l| (l.1, of_headline(l)))
        .filter(|(_, r)| r.verdict != Verdict::Supported)
        .map(|(l, r)| format!("{l}\n    {}", told(&r).join("\n    ")))
        .collect();
    assert!(held.is_empty(), "{} of {}:\n{}", held.len(), HONEST_HEADLINES.len(), held.join("\n"));
}

const FRENCH_LIES: &[&str] = &[
    "Un incendie s’est déclaré mercredi dans une usine textile de Roubaix, a annoncé la préfecture du Nord.",
    "Un incendie s’est déclaré mardi dans une usine textile de Roubaix, tuant deux ouvriers, a annoncé la préfecture du Nord.",
    "Un incendie s’est déclaré mardi dans une usine textile de Lille, a annoncé la préfecture du Nord.",
    "Le feu a détruit 3 000 mètres carrés de toiture et n’a pas été maîtrisé, selon les pompiers.",
    "Le feu a été maîtrisé vers 7h30, selon les pompiers.",
    "« Nous avons évacué 120 personnes en plus de dix minutes », a déclaré le commandant Hugo Lestienne.",
    "« Nous avons évacué 120 personnes en moins de dix minutes », a déclaré Karim Belhadj.",
    "L’État a demandé au maire, Karim Belhadj, une aide de 2 millions d’euros.",
    "Le maire, Karim Belhadj, a demandé à l’État une aide de 2 milliards d’euros.",
    "Le maire, Karim Belhadj, a obtenu de l’État une aide de 2 millions d’euros.",
    "Un homme de 43 ans a été mis en examen.",
    "Un homme de 43 ans a allumé le feu.",
    "Un homme de 34 ans, soupçonné d’avoir allumé le feu, a été interpellé mercredi à Lille.",
    "Un homme de 43 ans, soupçonné d’avoir allumé le feu, a été condamné.",
    "L’usine appartient au groupe français Vandamme.",
    "L’usine emploie 60 salariés, dont 240 intérimaires.",
    "L’usine, fondée en 1951, appartenait au groupe belge Vandamme.",
    "Vandamme a souhaité commenter.",
    "Le maire de Roubaix, Hugo Lestienne, a demandé à l’État une aide de 2 millions d’euros.",
    "Tous les salariés sont intérimaires.",
];

const FRENCH_HONEST: &[&str] = &[
    "Un incendie s’est déclaré mardi dans une usine textile de Roubaix, a annoncé la préfecture du Nord.",
    "La préfecture du Nord a annoncé qu’un incendie s’était déclaré mardi dans une usine textile de Roubaix, blessant deux ouvriers.",
    "Le feu a été maîtrisé vers 17h30, selon les pompiers.",
    "Selon les pompiers, le feu a détruit 3 000 mètres carrés de toiture.",
    "« Nous avons évacué 120 personnes en moins de dix minutes », a déclaré Hugo Lestienne.",
    "Karim Belhadj, le maire, a demandé à l’État une aide de 2 millions d’euros.",
    "Un homme de 43 ans, soupçonné d’avoir allumé le feu, a été interpellé mercredi à Lille.",
    "L’homme n’a pas été mis en examen.",
    "L’usine emploie 240 salariés, dont 60 intérimaires.",
    "L’usine appartient au groupe belge Vandamme.",
];

#[test]
fn the_same_in_french() {
    let verdict = |line: &str| against("fr", USINE, line);
    let passed: Vec<&&str> = FRENCH_LIES.iter().filter(|l| verdict(l).verdict == Verdict::Supported).collect();
    assert!(passed.is_empty(), "{passed:#?}");
    for line in FRENCH_HONEST {
        assert_supported(&verdict(line), line);
    }
}
