// People and reports that more than one test needs. Everybody and everything here is invented.

export const mira = { name: 'Mira Tolland', email: 'mira@ledger.example', competence: 'harbour and roads reporter since 2011' };
export const joss = { name: 'Joss Pellinger', email: 'joss@ledger.example', competence: 'court reporter since 2019' };

export const bridge = {
  headline: 'Brackwater council closes Tern Bridge after 41 cracks are found',
  text: [
    'BRACKWATER (Brackwater Press) - The council of Brackwater closed the Tern Bridge to lorries on Monday after engineers found 41 cracks in its deck.',
    'The bridge carries about 6,200 vehicles a day between the harbour and the fish market, said Nella Quarrie, the head of the roads office.',
    '"No lorry will cross before we have looked at every beam," Quarrie told reporters at the town hall.',
    'Repairs will cost 3.4 million crowns and take until May, the council said.',
    'Drivers are sent over the Heron Bridge, which lies 9 kilometres upstream.',
  ],
};

/** The same without words of anybody: what is tested is not how a quote is handled. */
export const bridgeUnquoted = { ...bridge, text: bridge.text.filter((paragraph) => !paragraph.startsWith('"')) };

export const seeds = {
  headline: 'Ossendale seed bank sends 312 kinds of barley to Fennick islands',
  text: [
    'OSSENDALE (Sandpiper Wire) - The seed bank of Ossendale sent 312 kinds of barley to the Fennick islands on Tuesday, its director Ruvim Askel said.',
    'Farmers on the islands lost two thirds of their harvest to mildew last year, according to the Fennick growers\' union.',
    '"Some of these grains have not been sown for 70 years," Askel said in Ossendale.',
    'The union will sow them on 18 farms in spring.',
  ],
};
