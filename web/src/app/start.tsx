import { createRoot } from "react-dom/client";
import "virtual:antd-styles.css";
import "@/theme/base.css";
import "@/theme/motion.css";
import { startLanguage } from "@/i18n";
import { startHoverText } from "./hover-text";
import { Root } from "./root";

startHoverText();
await startLanguage();
const place = document.getElementById("root");
if (place) createRoot(place).render(<Root />);
