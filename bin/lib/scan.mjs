// What bin/scan needs beside the scanner: the addresses to scan, made from the API's document, and the reading of its report.
//   node scan.mjs addresses URL stranger|administrator BASE   writes BASE.txt and BASE.cookie
//   node scan.mjs report FILE WHO                             prints what was found; ends with 1 where it is news
import { readFile, writeFile } from "node:fs/promises";

/** What the scanner says of any server, and why it is no fault here. */
const HARMLESS = [
  [/^X-XSS-Protection is not set/, "browsers have dropped it; the content security policy stands in its place"],
  [/^Strict-Transport-Security is not set/, "the scan goes without TLS, where browsers ignore it; GuardsTest and EdgeFilter have it over TLS"],
  [/^Secure flag is not set in the cookie/, "the scan goes without TLS; SessionCookieTest has it over TLS"],
];
const PAGES = ["/", "/login", "/e/customer", "/f/none/none", "/join"];

async function signIn(base) {
  const body = JSON.stringify({ account: "admin", password: process.env.ZHIKE_PASSWORD });
  const answer = await fetch(`${base}/api/v1/session`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  if (!answer.ok) throw new Error(`signing in: ${answer.status} ${await answer.text()}`);
  return answer.headers.get("set-cookie").split(";")[0];
}

function resolved(document, part) {
  if (part?.$ref === undefined) return part;
  const names = part.$ref.slice(2).split("/");
  return resolved(document, names.reduce((node, name) => node[name], document));
}

/** One address for an operation that reads, with every parameter it knows. */
function addressOf(document, path, item, record) {
  const parameters = [...(item.parameters ?? []), ...(item.get.parameters ?? [])].map((each) => resolved(document, each));
  const known = { entity: "customer", kind: "entity", id: record, template: "customer_card", limit: "2", sort: "name", fields: "name" };
  const value = ({ name, schema }) => known[name] ?? resolved(document, schema)?.enum?.[0] ?? (schema?.type === "integer" ? "1" : "customer");
  let address = path;
  const query = new URLSearchParams();
  for (const each of parameters) {
    if (each.in === "path") address = address.replace(`{${each.name}}`, value(each));
    if (each.in === "query") query.set(each.name, value(each));
  }
  return query.size === 0 ? address : `${address}?${query}`;
}

async function addresses(base, who, into) {
  const cookie = await signIn(base);
  const ask = async (path) => (await fetch(base + path, { headers: { Cookie: cookie } })).json();
  const document = await ask("/api/v1/openapi.json");
  const record = (await ask("/api/v1/records/customer?limit=1")).items[0].id;
  const reading = Object.entries(document.paths).filter(([, item]) => item.get !== undefined);
  const all = [...PAGES, ...reading.map(([path, item]) => addressOf(document, path, item, record))];
  await writeFile(`${into}.txt`, `${[...new Set(all)].map((path) => base + path).join("\n")}\n`);
  await writeFile(`${into}.cookie`, who === "administrator" ? cookie : "zhike_session=none");
  console.error(`${reading.length} reading operations and ${PAGES.length} pages`);
}

async function report(file, who) {
  const said = JSON.parse(await readFile(file, "utf8"));
  const all = ["vulnerabilities", "anomalies"].flatMap((kind) =>
    Object.entries(said[kind]).flatMap(([name, found]) => found.map((each) => ({ name, ...each }))),
  );
  const news = all.filter(({ info }) => !HARMLESS.some(([pattern]) => pattern.test(info)));
  for (const { name, method, path, parameter, info } of news) console.log(`${name}: ${method} ${path} ${parameter ?? ""} — ${info}`);
  console.log(`${who}: ${news.length} findings, ${all.length - news.length} known and harmless (${said.infos.version})`);
  return news.length === 0;
}

const [command, ...rest] = process.argv.slice(2);
if (command === "addresses") await addresses(...rest);
else if (!(await report(...rest))) process.exitCode = 1;
