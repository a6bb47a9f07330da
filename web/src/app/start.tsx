import { createRoot } from "react-dom/client";
import "@/theme/base.css";
import { startLanguage } from "@/i18n";
import { startHoverText } from "./hover-text";
import { Root } from "./root";

startLanguage();
startHoverText();
const place = document.getElementById("root");
if (place) createRoot(place).render(<Root />);
