import { askAhead } from "@/api/ahead";
import { pageAt } from "@/app/pages";
import { firstLanguage } from "@/core/first-language";
import { TEXTS } from "@/i18n/texts";

// This file is small and comes first: records and page are asked for while the program is loaded.
askAhead(window.location.pathname);
void import("@/app/start");
void TEXTS[firstLanguage()]();
pageAt(window.location.pathname)?.().catch(() => {}); // the router asks again, and says what is wrong
