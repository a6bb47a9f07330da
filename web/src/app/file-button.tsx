import { Button, type ButtonProps } from "antd";
import { useRef } from "react";

type Props = Omit<ButtonProps, "onClick"> & { accept?: string; onFile: (file: File) => void };

/** A button that asks for one file. */
export function FileButton({ accept, onFile, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
