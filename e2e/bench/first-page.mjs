/** The compressed scripts that a browser loads for the first page, before and after somebody signs in: the heavier of both. */
import { measure } from "./kit.mjs";

async function scripts(page, address, there) {
  await page.goto(address);
  await there();
  await page.waitForLoadState("networkidle");
  return page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((one) => new URL(one.name).pathname.endsWith(".js"))
      .reduce((sum, one) => sum + one.encodedBodySize, 0),
  );
}

await measure(async (place) => {
  const home = await place.page();
  const signedIn = await scripts(home, place.url, () => home.getByRole("main").waitFor());
  await place.context.clearCookies();
  const signIn = await place.page();
  const signedOut = await scripts(signIn, `${place.url}/sign-in`, () => signIn.getByRole("button").first().waitFor());
  const kb = (bytes) => bytes / 1024;
  const against = `home ${kb(signedIn).toFixed(1)} KB, sign-in ${kb(signedOut).toFixed(1)} KB`;
  return { value: kb(Math.max(signedIn, signedOut)), unit: "KB of compressed script", against, bound: 350 };
});
