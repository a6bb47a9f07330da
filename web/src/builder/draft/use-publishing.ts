import { useState } from "react";
import { useToast } from "@/app/toast";
import type { Work } from "./use-draft";

/** Publishing out of a builder: what was changed last is saved first. */
export function usePublishing({ save, error }: Pick<Work<unknown>, "save" | "error">) {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const begin = async () => {
    if (await save()) setOpen(true);
    else if (error) toast.failed(error);
  };
  return { open, begin: () => void begin(), close: () => setOpen(false) };
}
