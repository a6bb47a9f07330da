import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { startLanguage } from "@/i18n";

localStorage.setItem("zhike.language", "zh");
await startLanguage();
// A machine that is busy with other things must not make a test fail.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);
