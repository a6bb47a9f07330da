/** Customers for the English guide: the template's sample data are Chinese. */
const NAMES = [
  ["Harbour Bicycle Works", "Emma Lindqvist", "referral", "negotiation", 136000],
  ["Northgate Analytics Ltd", "Samuel Okoye", "website", "proposal", 86000],
  ["Bluefin Seafood Export", "Marta Silva", "fair", "won", 520000],
  ["Alpine Textile Group", "Jonas Keller", "fair", "first_contact", null],
  ["Meridian Medical Supply", "Priya Raman", "website", "won", 164000],
  ["Copperleaf Coffee Roasters", "Lucy Hart", "referral", "negotiation", 58000],
  ["Redwood Freight Forwarding", "David Chen", "website", "proposal", 198000],
  ["Quayside Hotels", "Anna Novak", "fair", "first_contact", null],
  ["Silverline Rail Components", "Peter Holm", "website", "negotiation", 312000],
  ["Orchard Learning Trust", "Grace Adeyemi", "referral", "new_lead", null],
  ["Granite Peak Outdoor", "Tom Fraser", "fair", "won", 96000],
  ["Lakeshore Dental Partners", "Olivia Brandt", "website", "lost", null],
  ["Beacon Street Publishing", "Henry Walsh", "referral", "proposal", 74500],
  ["Fjord Energy Systems", "Ingrid Solberg", "fair", "negotiation", 640000],
  ["Willow Creek Winery", "Claire Dubois", "website", "new_lead", null],
  ["Ironbridge Castings", "Rhys Morgan", "fair", "first_contact", null],
  ["Summit Payroll Services", "Nadia Haddad", "website", "proposal", 45200],
  ["Pelican Marine Insurance", "Carlos Vega", "referral", "won", 210000],
  ["Thistle & Rowan Gardens", "Isla Stewart", "website", "first_contact", 12800],
  ["Cobalt Web Studio", "Mika Aalto", "referral", "negotiation", 33900],
] as const;

export const CUSTOMERS = NAMES.map(([name, contact, source, stage, amount], at) => ({
  name,
  contact,
  source,
  stage,
  amount: amount === null ? null : String(amount),
  phone: `+44 20 7946 0${100 + at}`,
  next_contact: `2026-${at % 3 === 0 ? "12" : "11"}-${String(((at * 7) % 27) + 1).padStart(2, "0")}`,
  note: at === 0 ? "Wants the first delivery before the spring season." : null,
}));

export const MINUTES = [
  ["call", "2026-11-05T09:30:00Z", "Asked for a price list with volumes above 500 frames."],
  ["visit", "2026-11-12T13:00:00Z", "Showed the order portal; the workshop manager wants a trial for two weeks."],
  ["call", "2026-11-19T15:15:00Z", "Trial went well. They compare our payment terms with one other supplier."],
] as const;

export const REFUSED = `Customer,Contact,Phone,Contract amount,Next contact
Maple Street Pharmacy,Nora Quinn,+44 20 7946 0301,24000,2026-12-03
Kestrel Robotics,Ivan Petrov,+44 20 7946 0302,about twelve thousand,2026-12-05
,Helen Marsh,+44 20 7946 0303,30000,2026-12-06
Juniper Tea Company,Wei Zhang,+44 20 7946 0304,-500,2026-12-08
Atlas Moving & Storage,Ruth Cole,+44 20 7946 0305,21000,next Wednesday
`;
