import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { startLanguage } from "@/i18n";

localStorage.setItem("zhike.language", "zh");
startLanguage();
afterEach(cleanup);
