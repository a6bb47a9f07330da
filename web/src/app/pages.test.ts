import { matchRoutes } from "react-router";
import { expect, it } from "vitest";
import { OPEN_PAGES, PAGES, pageAt } from "./pages";

const ALL = { ...OPEN_PAGES, ...PAGES };
const routes = Object.entries(ALL).map(([path, load]) => ({ path, id: path, load }));

it("finds the page that the router will find", () => {
  const addresses = [
    "/",
    "/begin",
    "/build/a/form/b",
    "/e/customer",
    "/e/customer/7",
    "/e/customer/import",
    "/nowhere/x/y",
  ];
  for (const address of [...addresses, ...Object.keys(ALL)]) {
    const [found] = matchRoutes(routes, address) ?? [];
    expect(pageAt(address), address).toBe(found?.route.load);
  }
});
