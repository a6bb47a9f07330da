import { createRoot } from "react-dom/client";
import "@/theme/base.css";
import { startHoverText } from "@/app/hover-text";
import { Root } from "@/app/root";
import { startLanguage } from "@/i18n";

startLanguage();
startHoverText();
const place = document.getElementById("root");
if (place) createRoot(place).render(<Root />);
