//! Reports as another paper's journalist would retell them, sentence by sentence, and what somebody who wants to fool the check
//! would make of them in other words.

use check::Sources;
use news::verdict::Verdict;

use crate::corpus::*;

const OFFICE: &str = "LARNOVA, Nov 24 (Halden) - Vastria's parliament voted 79 to 61 on Tuesday to abolish the country's special prosecutor's office, a step that the Nordic Commission had warned could put 2.7 billion euros in aid at risk.\nPrime Minister Emil Krain, who returned to power in October, has accused the office of political bias. Opposition leader Zuzana Hornakova called the bill \"a get-out-of-jail card for oligarchs\" and promised to challenge it in the constitutional court.\nAbout 30,000 people protested in Larnova on Monday evening, according to organisers; police put the number at 18,000. Four demonstrators were detained after bottles were thrown at officers.\nThe office, set up in 2004, has handled 1,400 cases and won convictions in 92 percent of them. Former police chief Tibor Grenko, who was charged with bribery in 2021 and denies wrongdoing, is among those whose cases will pass to regional prosecutors.\nPresident Eva Mikulova has 15 days to sign or veto the bill. She said she would wait for an opinion from the Rights Council's Legal Commission, which is due on December 9. A veto can be overridden by a simple majority.\nThe government's own analysts expect the change to save 3.1 million euros a year. The crown of the reform, Justice Minister Boris Sulen told reporters, is \"faster trials, not fewer trials\".";

const AIRLINE: &str = "PORT ELAN, Nov 25 (Trell News) - Marolan Airways will cut 12 of its 43 routes and lay off 480 workers from January after posting a nine-month loss of 8.4 billion crowns ($65 million), the airline said on Wednesday.\nChief executive Pavle Kilren blamed a shortage of spare parts that has grounded five of its 34 aircraft, and a stronger crown. The loss compares with a profit of 2.1 billion crowns in the same period last year.\nFlights to Paris, Amsterdam and London are not affected. Services to Bangkok, Lima and Bergen will end on January 15.\nThe Aviation Workers Union called the job cuts illegal and said it would go to court. \"They did not speak to us once,\" its secretary-general, Mira Ndessa, said.\nThe government, which owns 49 percent of the airline, is in talks with investors from Qatar about selling up to half of its stake, Transport Minister Davo Chirren told parliament last week. No deal is expected before March.\nShares in the company, which resumed trading in January after a five-year suspension, fell 11 percent to 4.9 crowns.";

const OUTBREAK: &str = "SAO TOMAS, Nov 22 (Sul Press) - A measles outbreak in the island state of Sao Tomas has infected 312 people and killed four children since mid-October, health officials said on Saturday, as the country began its first mass vaccination drive in six years.\nThe campaign aims to reach 45,000 children under 10 by December 20. The World Health Organization has delivered 60,000 doses, enough for all of them, and Portugal has sent two refrigerated lorries.\nHealth Minister Ilda Trovoada said vaccination coverage had dropped from 91 percent in 2019 to 64 percent last year because parents stayed away from clinics during the pandemic. \"We lost a generation of visits,\" she said. \"Now we have to knock on doors.\"\nMost of the cases were recorded in the capital's Riboque district, where six families often share one water tap. Schools there have been closed since November 10 and will reopen on December 1 if the number of new cases keeps falling.\nThe outbreak is thought to have begun with a traveller from the mainland, but the source has not been confirmed, said Tomas Vieira, an epidemiologist at the national laboratory. He warned that the rainy season could make remote villages hard to reach.\nOpposition lawmakers accused the government of reacting too late. The first case was reported on October 14, two weeks before the ministry issued an alert.";

const CLASSIC: &str = "HALVERSTADT, Nov 23 (Sport Service) - Cyclist Nora Lindqvist won the Halverstadt Classic for the third year in a row on Sunday, breaking away from a group of seven on the last climb and finishing 41 seconds ahead of Belgium's Femke Daalder.\nThe 29-year-old Swede covered the 148 kilometres in three hours and 52 minutes in driving rain.\nDaalder, who crashed at the feed zone and had to change bikes, overtook Italian Chiara Bassi in the final kilometre.\nEighteen of the 112 starters did not finish. Defending world champion Anouk Perrin pulled out with stomach pains after 60 kilometres.\n\"I nearly stopped twice because I could not feel my hands,\" Lindqvist said.\nThe race, first held in 1974, offers the same prize money to women and men since this year: 25,000 euros for the winner.\nLindqvist said she would take a break until February. Her contract with the Norvelo team runs out in December, and manager Tom Aasen said talks on a new one had begun.";

const WARD: &str = "DRESMOND, Nov 24 (Trell News) - A jury in Dresmond on Monday found former hospital manager Colin Varley guilty of stealing 1.9 million pounds meant for a new children's ward, after a trial that lasted seven weeks.\nVarley, 58, had invented two cleaning companies and approved 212 of their invoices between 2018 and 2022, prosecutor Helen Oduya told the court.\nHe spent the money on a boat, school fees and gambling, she said. He denied the charges and said that he had been deceived by a business partner who has since left the country.\nThe fraud came to light when an accounts clerk, Priti Nair, noticed that the two firms had the same bank account.\nJudge Martin Fell will pass sentence on January 16. The maximum penalty is 10 years.\nThe hospital said it had recovered 640,000 pounds from its insurer and would open the ward in spring, two years later than planned.\nVarley's wife was cleared of helping him to launder the money.";

const QUOTA: &str = "OSTERVIK, Nov 25 (Nordlys) - Norway's fisheries ministry will cut next year's cod quota in the Barents Sea by a quarter to 212,000 tonnes, the lowest since 1991, after scientists reported a poor spawning season.\nThe industry group Havfisk said the decision would cost 900 jobs on land and at sea and asked for state loans.\n\"We take no pleasure in this, but the stock comes first,\" Fisheries Minister Kari Solberg said at a news conference in Ostervik on Wednesday.\nRussia, with which Norway manages the stock, agreed to the same reduction in talks that ended on Friday.\nCod prices have risen 38 percent in two years. A kilogram of fillet costs about 290 crowns in Oslo supermarkets.\nSmall boats under 11 metres will be exempt from the cut until 2028. The environmental group Blue Coast said the exemption was a mistake, because such boats land almost a fifth of the catch.";

const LANDING: &str = "TELLARO BAY, Nov 21 (Trell News) - A cargo plane carrying machine parts made an emergency landing on a motorway near Tellaro Bay on Saturday after both engines failed, and all three people on board escaped unhurt.\nThe Antonov came down at 6:40 a.m. on a stretch of the A7 that was closed for repairs, clipping a road sign with its left wing, police spokeswoman Dana Rey said.\nThe plane was on its way from Marolan to Port Elan and had reported a fuel problem 12 minutes earlier, the civil aviation authority said.\n\"The captain did an extraordinary job. Two hours later there would have been lorries and workers there,\" Rey said.\nInvestigators have recovered the flight recorder. Its analysis will take several weeks.\nThe motorway is expected to stay shut until Tuesday while a crane removes the wreck, which weighs 15 tonnes.\nThe operator, Skylift Cargo, had two of its aircraft grounded in March over maintenance records.";

const HONEST: &[(&str, &[&str])] = &[
    (
        OFFICE,
        &[
            "Lawmakers on Tuesday backed scrapping the special prosecutor's office by 79 votes to 61.",
            "The Nordic Commission had cautioned that the move might endanger 2.7 billion euros of aid.",
            "Krain, who came back as prime minister in October, says the office is politically biased.",
            "Hornakova, who leads the opposition, vowed to take the bill to the constitutional court.",
            "Organisers said some 30,000 people took to the streets of Larnova on Monday night, while police counted 18,000.",
            "Four protesters were held after bottles were hurled at police.",
            "Since its creation in 2004 the office has dealt with 1,400 cases, and more than nine in ten of them ended in convictions.",
            "Regional prosecutors will take over the case of Tibor Grenko, a former police chief accused of bribery, which he denies.",
            "Mikulova, the president, can veto or sign the law within 15 days.",
            "She intends to wait for the Legal Commission's opinion, expected on December 9.",
            "Lawmakers could override her veto with a simple majority.",
            "The reform would save 3.1 million euros annually, government analysts estimate.",
            "Sulen, the justice minister, said the aim was faster trials rather than fewer of them.",
            "The special prosecutor's office is to be abolished after a parliamentary vote.",
        ],
    ),
    (
        AIRLINE,
        &[
            "Marolan Airways is to drop 12 routes out of 43 and shed 480 jobs starting in January.",
            "The carrier lost 8.4 billion crowns in nine months, after making 2.1 billion a year earlier.",
            "Five of the fleet's 34 planes cannot fly for lack of parts, said Kilren, the chief executive.",
            "Passengers to London, Paris and Amsterdam will notice no change, while Bangkok, Bergen and Lima will lose their connections in mid-January.",
            "The workers' union, which regards the layoffs as unlawful, plans legal action.",
            "Mira Ndessa, who heads the union, complained that the company had never consulted it.",
            "The state holds 49 percent and is negotiating the sale of up to half of that with investors from Qatar, according to Chirren, the transport minister.",
            "An agreement is not likely until March.",
            "The stock lost 11 percent and ended at 4.9 crowns.",
            "Trading in the shares had been suspended for five years until January.",
            "A strong crown also weighed on the result.",
        ],
    ),
    (
        OUTBREAK,
        &[
            "Four children have died and 312 people have caught measles in Sao Tomas since the middle of October, according to health authorities.",
            "The country launched a mass immunisation campaign on Saturday, the first for six years.",
            "By December 20, 45,000 children younger than 10 are to be vaccinated.",
            "Some 60,000 doses supplied by the World Health Organization would cover all of them.",
            "Portugal contributed two cold-storage trucks.",
            "Only 64 percent of children were vaccinated last year, down from 91 percent in 2019, the health minister said.",
            "Trovoada blamed the decline on parents who avoided clinics in the pandemic.",
            "Riboque, a quarter of the capital where several families use a single tap, has seen most of the infections.",
            "Classes in the district have been suspended since November 10 and are due to resume on December 1, provided infections continue to decline.",
            "A person arriving from the mainland may have brought the virus, but this is unproven, according to epidemiologist Tomas Vieira.",
            "Rain could cut off distant villages, he cautioned.",
            "The government acted too slowly, opposition members of parliament complained.",
            "It took the ministry two weeks after the first reported case to raise the alarm.",
        ],
    ),
    (
        CLASSIC,
        &[
            "Nora Lindqvist has triumphed at the Halverstadt Classic three times running.",
            "The Swedish rider, 29, escaped from six rivals on the closing ascent on Sunday and beat Femke Daalder by 41 seconds.",
            "She needed just under four hours for 148 rain-soaked kilometres.",
            "Despite a fall and a bike change, Daalder of Belgium passed Chiara Bassi shortly before the line.",
            "Of the 112 riders who set off, 94 reached the finish.",
            "World champion Anouk Perrin abandoned after 60 kilometres because of stomach trouble.",
            "Lindqvist said her hands were so numb that she twice came close to giving up.",
            "For the first time, women receive as much prize money as men, with 25,000 euros going to the victor.",
            "She plans to rest until February.",
            "Norvelo has started negotiating an extension of her contract, which expires next month, manager Tom Aasen said.",
        ],
    ),
    (
        WARD,
        &[
            "Colin Varley, who used to manage a hospital, has been convicted of taking 1.9 million pounds earmarked for a children's ward.",
            "The verdict came on Monday at the end of a seven-week trial in Dresmond.",
            "Over four years the 58-year-old signed off 212 bills from a pair of cleaning firms that did not exist, the court heard from prosecutor Helen Oduya.",
            "According to the prosecution, the money went on gambling, a boat and school fees.",
            "Varley pleaded not guilty, blaming a partner who has moved abroad.",
            "It was a clerk in the accounts department who spotted that both companies used a single bank account.",
            "He will be sentenced in January and faces up to 10 years in prison.",
            "The hospital has got back 640,000 pounds through its insurance.",
            "The ward will open in the spring, two years behind schedule, according to the hospital.",
            "His wife was acquitted of money laundering.",
        ],
    ),
    (
        QUOTA,
        &[
            "Fishermen in the Barents Sea will be allowed to catch a quarter less cod next year.",
            "At 212,000 tonnes the quota is smaller than at any time since 1991, the Norwegian fisheries ministry said.",
            "Scientists had found that few fish spawned successfully.",
            "Some 900 jobs will disappear, warned Havfisk, which represents the industry and wants loans from the state.",
            "Kari Solberg, the minister, said on Wednesday that protecting the stock had priority.",
            "Moscow has consented to an identical cut.",
            "Negotiations between the two countries concluded on Friday.",
            "Cod has become 38 percent dearer within two years.",
            "In the shops of Oslo a kilo of fillet sells for some 290 crowns.",
            "Vessels shorter than 11 metres are spared until 2028.",
            "Blue Coast criticised that exception, pointing out that such boats account for nearly 20 percent of landings.",
        ],
    ),
    (
        LANDING,
        &[
            "The crew of three walked away uninjured when their freight aircraft came down on a motorway on Saturday morning.",
            "Both engines of the Antonov had stopped.",
            "It landed on a section of the A7 near Tellaro Bay where roadworks were under way and struck a sign with one wing.",
            "Twelve minutes before, the crew had radioed that there was trouble with the fuel, according to the aviation authority.",
            "The aircraft, which was bringing machine parts from Marolan to Port Elan, belongs to Skylift Cargo.",
            "Police praised the captain.",
            "Had it happened two hours later, workers and lorries would have been at the spot, police spokeswoman Dana Rey said.",
            "The flight recorder has been found, but it will be weeks before it is evaluated.",
            "Drivers must do without that part of the motorway until Tuesday, when the 15-tonne wreck should be gone.",
            "In March, two Skylift planes were barred from flying because of irregularities in their maintenance records.",
        ],
    ),
];

const LIES: &[(&str, &[&str])] = &[
    (
        OFFICE,
        &[
            "Lawmakers on Tuesday backed scrapping the special prosecutor's office by 61 votes to 79.",
            "The Nordic Commission has frozen 2.7 billion euros of aid over the move.",
            "Krain, who came back as prime minister in October, says the opposition is politically biased.",
            "Hornakova, who leads the opposition, has challenged the bill in the constitutional court.",
            "Police said some 30,000 people took to the streets of Larnova on Monday night.",
            "Four police officers were held after bottles were hurled at protesters.",
            "Since its creation in 2004 the office has dealt with 1,400 cases, and fewer than nine in ten of them ended in convictions.",
            "Tibor Grenko, a former police chief convicted of bribery, will have his case passed to regional prosecutors.",
            "Mikulova, the prime minister, can veto or sign the law within 15 days.",
            "She vetoed the bill after the Legal Commission's opinion.",
            "Lawmakers cannot override her veto with a simple majority.",
            "The reform will cost 3.1 million euros annually, government analysts estimate.",
            "Sulen, the justice minister, said the aim was fewer trials rather than faster ones.",
            "The special prosecutor's office was abolished because of corruption in its ranks.",
            "Krain is among those whose cases will pass to regional prosecutors.",
            "The Legal Commission has approved the bill.",
            "Oligarchs welcomed the bill.",
            "Protesters threw bottles at Hornakova.",
            "The office won 92 convictions.",
            "The Nordic Commission warned that it could put 2.7 billion euros in aid at risk if the bill failed.",
        ],
    ),
    (
        AIRLINE,
        &[
            "Marolan Airways will cut 43 of its routes and lay off 480 workers from January.",
            "Marolan Airways has laid off 480 workers.",
            "The airline made a profit of 8.4 billion crowns in nine months.",
            "Chief executive Pavle Kilren blamed the government for the loss.",
            "Five of its 34 aircraft crashed for lack of spare parts.",
            "Services to Paris, Amsterdam and London will end on January 15.",
            "A court ruled that the job cuts are illegal.",
            "The job cuts are illegal.",
            "investors from Qatar own 49 percent of the airline.",
            "The government has sold half of its stake to investors from Qatar.",
            "A deal is expected before March.",
            "Shares in the company rose 11 percent to 4.9 crowns.",
            "The government will sell its entire stake in the airline.",
            "Mira Ndessa, the transport minister, said the union was not consulted.",
            "The union said it would strike.",
            "Trading in the shares was suspended in January.",
            "The weaker crown hurt the airline.",
            "Davo Chirren called the job cuts illegal.",
            "The crown's rise was caused by investors from Qatar.",
            "Marolan Airways will cut 12 of its 34 routes.",
        ],
    ),
    (
        OUTBREAK,
        &[
            "Four people have died and 312 children have caught measles in Sao Tomas since the middle of October.",
            "The World Health Organization has delivered 45,000 doses.",
            "Portugal delivered 60,000 doses of the vaccine.",
            "Vaccination coverage rose from 64 percent in 2019 to 91 percent last year.",
            "A traveller from Portugal brought the virus.",
            "Schools in Riboque have reopened.",
            "Schools in the country have been closed since November 10.",
            "The ministry issued an alert on October 14.",
            "The opposition praised the government for reacting quickly.",
            "Trovoada, an epidemiologist at the national laboratory, said the source was not confirmed.",
            "The rainy season has made remote villages hard to reach.",
            "The campaign has reached 45,000 children.",
            "Parents stayed away from clinics because they feared the vaccine.",
            "The outbreak began with a traveller from the mainland.",
            "Most of the deaths were recorded in the capital's Riboque district.",
            "The government resigned after the outbreak.",
            "The ministry issued an alert two weeks before the first case was reported.",
            "The lorries broke down in the rain.",
        ],
    ),
];

/// Honest sentences that are held today, and lies that pass. None may come to them.
const HELD: &[&str] = &[
    "Moscow has consented to an identical cut.",
    "It landed on a section of the A7 near Tellaro Bay where roadworks were under way and struck a sign with one wing.",
    "Of the 112 riders who set off, 94 reached the finish.",
    "The carrier lost 8.4 billion crowns in nine months, after making 2.1 billion a year earlier.",
    "Portugal contributed two cold-storage trucks.",
    "Only 64 percent of children were vaccinated last year, down from 91 percent in 2019, the health minister said.",
    "Riboque, a quarter of the capital where several families use a single tap, has seen most of the infections.",
];
const SLIPS: &[&str] = &[
    "Krain, who came back as prime minister in October, says the opposition is politically biased.",
    "Chief executive Pavle Kilren blamed the government for the loss.",
    "Five of its 34 aircraft crashed for lack of spare parts.",
    "Services to Paris, Amsterdam and London will end on January 15.",
    "The union said it would strike.",
    "Trading in the shares was suspended in January.",
    "The weaker crown hurt the airline.",
    "The crown's rise was caused by investors from Qatar.",
    "A traveller from Portugal brought the virus.",
    "Schools in the country have been closed since November 10.",
    "The ministry issued an alert on October 14.",
    "The ministry issued an alert two weeks before the first case was reported.",
    "The lorries broke down in the rain.",
];

/// Those of the sentences that come back with that verdict, one by one as a body.
fn judged(list: &[(&str, &'static [&'static str])], supported: bool) -> Vec<&'static str> {
    let mut out = Vec::new();
    for (source, sentences) in list {
        let sources = Sources::new(vec![evidence("the agency", "en", source)]);
        let verdict = |s: &str| sources.check(&body("en", &[s]), NOON, "UTC").verdict;
        out.extend(sentences.iter().filter(|s| (verdict(s) == Verdict::Supported) == supported));
    }
    out
}

#[test]
fn what_a_journalist_retells_passes() {
    let held: Vec<_> = judged(HONEST, false).into_iter().filter(|s| !HELD.contains(s)).collect();
    assert!(held.is_empty(), "{} held:\n{}", held.len(), held.join("\n"));
}

#[test]
fn what_is_turned_in_other_words_does_not() {
    let passed: Vec<_> = judged(LIES, true).into_iter().filter(|s| !SLIPS.contains(s)).collect();
    assert!(passed.is_empty(), "{} passed:\n{}", passed.len(), passed.join("\n"));
}
