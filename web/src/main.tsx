import { createRoot } from "react-dom/client";
import "@/theme/base.css";
import { Root } from "@/app/root";
import { startLanguage } from "@/i18n";

startLanguage();
const place = document.getElementById("root");
if (place) createRoot(place).render(<Root />);
