/** Groups a Chinese mobile number 3-4-4 and a landline after its area code; anything else is left as it was typed. */
export function formatPhone(number: string): string {
  const compact = number.replace(/[\s-]/g, "");
  const mobile = /^(?:\+?86)?(1[3-9]\d)(\d{4})(\d{4})$/.exec(compact);
  if (mobile) return `${mobile[1]} ${mobile[2]} ${mobile[3]}`;
  const landline = /^(?:\+86)?(0(?:10|2\d|[3-9]\d{2}))(\d{3,4})(\d{4})$/.exec(compact);
  if (landline) return `${landline[1]}-${landline[2]} ${landline[3]}`;
  return number;
}

/** What a dialler takes: digits and a leading plus only. */
export function dialable(number: string): string {
  return number.replace(/(?!^\+)[^\d]/g, "");
}
