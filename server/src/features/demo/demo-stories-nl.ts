import { answers, DAY, type DemoStory, HOUR, notes, replies, says } from './demo-story.js';

/** The Dutch half of the demo: the inbox of a bicycle shop. */
export const STORIES_NL: readonly DemoStory[] = [
  {
    contact: 0,
    ago: 12,
    subject: 'Factuur 2026-1182 klopt niet',
    unread: true,
    lines: [
      says(
        0,
        'Hoi,\n\nIk zie op de factuur dat de verzendkosten twee keer zijn gerekend. Kunnen jullie dat nakijken?\n\nGroet,\nSanne',
      ),
    ],
  },
  {
    contact: 1,
    ago: 2 * HOUR + 20,
    subject: 'Offerte voor 40 stuks',
    agent: 0,
    unread: true,
    lines: [
      says(
        0,
        'Goedemiddag,\n\nWij willen 40 stadsfietsen bestellen voor onze medewerkers. Wat wordt de prijs, en kunnen jullie voor 1 maart leveren?\n\nSem Smit',
      ),
      answers(
        35,
        'Dag Sem,\n\nLeuk! Voor 40 stuks geldt 12 % korting. Levering voor 1 maart lukt als we deze week bevestigen. Zal ik de offerte opmaken?\n\nMet vriendelijke groet',
      ),
      says(20, 'Ja graag. Kan het logo van ons bedrijf op de spatborden?'),
    ],
  },
  {
    contact: 2,
    ago: 5 * HOUR,
    subject: 'Pakket nog niet ontvangen',
    unread: true,
    lines: [
      says(
        0,
        'Volgens track & trace is mijn pakket vrijdag bezorgd, maar ik heb niets gekregen. Ook bij de buren niet. Wat nu?\n\nJoost',
      ),
      says(3 * HOUR, 'Ik heb inmiddels ook de bezorger gebeld: zij verwijzen naar jullie.'),
    ],
  },
  {
    contact: 3,
    ago: 7 * HOUR,
    subject: 'Maat ruilen: helm M naar L',
    agent: 1,
    lines: [
      says(0, 'Hallo, de helm die ik kocht is te klein. Kan ik hem ruilen voor maat L?'),
      answers(
        50,
        'Dag Fatima,\n\nJazeker. Je krijgt zo een retourlabel. Zodra de helm binnen is sturen we maat L op.\n\nMet vriendelijke groet',
      ),
    ],
  },
  {
    contact: 4,
    ago: DAY + 2 * HOUR,
    subject: 'Onderhoud dienstfietsen gemeente',
    agent: 0,
    lines: [
      says(
        0,
        'Beste,\n\nOnze 18 dienstfietsen moeten voor de zomer een beurt hebben. Komen jullie op locatie, en wat kost dat per fiets?\n\nLotte Jansen',
      ),
      notes(30, 'Vorig jaar rekenden we 59 euro per fiets op locatie. Kees, kan dat dit jaar nog?'),
      answers(
        2 * HOUR,
        'Dag Lotte,\n\nDat kan. Op locatie is het 62 euro per fiets, inclusief kleine onderdelen. In week 19 hebben we twee dagen vrij.',
      ),
      says(3 * HOUR, 'Week 19 is prima. Stuurt u een bevestiging met het inkoopnummer GM-2291?'),
    ],
  },
  {
    contact: 9,
    ago: DAY + 5 * HOUR,
    subject: 'Accu laadt niet meer op',
    agent: 2,
    lines: [
      says(0, 'Dag, sinds gisteren knippert het lampje van de lader rood en laadt de accu niet. De fiets is acht maanden oud.'),
      answers(
        40,
        'Dag Wouter,\n\nVervelend! Dat valt onder de garantie. Staat er op de onderkant van de accu een nummer dat met BX begint?',
      ),
      says(25, 'Ja: BX-500-7731.'),
      answers(15, 'Dank je. Die serie ruilen we om. Je kunt de accu bij ons in de winkel brengen, dan ligt er een nieuwe klaar.'),
    ],
  },
  {
    contact: 0,
    ago: 2 * DAY,
    subject: 'Afspraak voor een proefrit',
    agent: 1,
    closed: true,
    lines: [
      says(0, 'Kan ik zaterdag een proefrit maken op de Stadt 3?'),
      answers(20, 'Ja hoor, om 11.00 uur staat hij klaar. Neem je een legitimatie mee?'),
      says(10, 'Top, tot zaterdag!'),
    ],
  },
  {
    contact: 3,
    ago: 2 * DAY + 3 * HOUR,
    subject: 'Kapotte bel bij levering',
    agent: 0,
    closed: true,
    lines: [
      says(0, 'De fiets is prachtig, maar de bel was stuk bij levering. Kunnen jullie een nieuwe sturen?'),
      answers(HOUR, 'Wat jammer! Er gaat vandaag een nieuwe bel naar je toe, kosteloos natuurlijk.'),
    ],
  },
  {
    contact: 2,
    ago: 3 * DAY,
    subject: 'Adres wijzigen voor bestelling 20418',
    agent: 2,
    closed: true,
    lines: [
      says(0, 'Ik ben verhuisd. Kan bestelling 20418 naar Lindelaan 9 in Zeist?'),
      answers(15, 'Gedaan, Joost. Het nieuwe adres staat in de bestelling.'),
      says(30, 'Dank voor de snelle reactie!'),
    ],
  },
  {
    contact: 4,
    ago: 3 * DAY + 4 * HOUR,
    subject: 'Factuur op naam van de gemeente',
    agent: 1,
    closed: true,
    lines: [
      says(0, 'De factuur van februari staat op mijn naam in plaats van op die van de gemeente. Kan dat worden aangepast?'),
      answers(2 * HOUR, 'Dag Lotte, de gecorrigeerde factuur gaat als bijlage per post en per mail naar jullie administratie.'),
    ],
  },
  {
    contact: 9,
    ago: 4 * DAY,
    subject: 'Leveren jullie ook in België?',
    agent: 0,
    closed: true,
    lines: [
      says(0, 'Goedenavond, ik woon in Leuven. Kunnen jullie daar leveren en de fiets rijklaar afzetten?'),
      answers(12 * HOUR, 'Dag Wouter, ja: in heel Vlaanderen, voor 35 euro extra. Rijklaar en met uitleg.'),
      says(HOUR, 'Perfect, dan bestel ik vandaag.'),
    ],
  },
  {
    contact: 1,
    ago: 4 * DAY + 6 * HOUR,
    subject: 'Vraag over leasefietsen',
    agent: 2,
    closed: true,
    lines: [
      says(0, 'Werken jullie samen met leasemaatschappijen?'),
      answers(45, 'Ja, met drie. Welke heeft jouw werkgever?'),
      replies(1, 'Ik ben afwezig tot en met maandag. Voor dringende zaken kunt u bellen met de receptie.'),
      says(2 * DAY, 'Excuses voor het late antwoord: we gaan met een andere partij verder. Bedankt!'),
    ],
  },
  {
    contact: 0,
    ago: 5 * DAY,
    subject: 'Cadeaubon verlopen?',
    lines: [says(0, 'Op mijn cadeaubon staat geen datum. Is hij nog geldig? Het nummer is CB-88213.')],
  },
  {
    contact: 3,
    ago: 5 * DAY + 7 * HOUR,
    subject: 'Kinderzitje past niet',
    agent: 1,
    lines: [
      says(0, 'Het kinderzitje past niet op de bagagedrager van mijn fiets. Is er een verloopstuk?'),
      answers(3 * HOUR, 'Ja, dat is er. Welk type fiets heb je precies? Het staat op de sticker onder het zadel.'),
    ],
  },
  {
    contact: 2,
    ago: 6 * DAY,
    subject: 'Bedankt voor de snelle reparatie',
    agent: 0,
    closed: true,
    lines: [
      says(0, 'Even een compliment: binnen een dag weer op de fiets. Super service!'),
      answers(30, 'Wat leuk om te horen, Joost. Ik geef het door aan de werkplaats!'),
    ],
  },
  {
    contact: 4,
    ago: 7 * DAY,
    subject: 'Aanvraag fietsenstalling stadhuis',
    agent: 2,
    closed: true,
    lines: [
      says(0, 'Leveren jullie ook stallingen? We zoeken er een voor 60 fietsen.'),
      notes(HOUR, 'Doen we niet zelf. Doorverwijzen naar de collega’s in Amersfoort.'),
      answers(HOUR, 'Dag Lotte, zelf niet, maar onze partner in Amersfoort wel. Ik breng jullie graag in contact.'),
    ],
  },
  {
    contact: 9,
    ago: 8 * DAY,
    subject: 'Slot vastgevroren',
    agent: 1,
    closed: true,
    lines: [
      says(0, 'Mijn ringslot is vastgevroren. Wat kan ik doen zonder het te beschadigen?'),
      answers(25, 'Geen heet water! Een beetje slotspray of alcohol op de sleutel helpt meestal binnen een minuut.'),
    ],
  },
  {
    contact: 1,
    ago: 9 * DAY,
    subject: 'Openingstijden kerstvakantie',
    agent: 0,
    closed: true,
    lines: [
      says(0, 'Zijn jullie open tussen kerst en oud en nieuw?'),
      answers(40, 'Ja, van 10.00 tot 16.00 uur, behalve op eerste kerstdag.'),
    ],
  },
  {
    contact: 8,
    ago: 10 * HOUR,
    subject: 'Nieuwsbrief: de trends van dit seizoen',
    filtered: 'Unsubscribe link',
    unread: true,
    lines: [
      replies(
        0,
        'Bekijk de nieuwe kleuren van dit seizoen.\n\nU krijgt deze mail omdat u zich heeft ingeschreven. Uitschrijven kan onderaan.',
      ),
    ],
  },
  {
    contact: 6,
    ago: 26 * HOUR,
    subject: 'Uw wekelijkse overzicht',
    filtered: 'Role address: noreply@',
    unread: true,
    lines: [replies(0, 'Dit is een automatisch bericht. Deze week zijn 14 zendingen bezorgd.')],
  },
];
