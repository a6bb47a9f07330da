import { Button, type ButtonProps } from "antd";
import { useRef } from "react";

type Props = Omit<ButtonProps, "onClick"> & {
  accept?: string;
  /** Takes several at once. */
  multiple?: boolean;
  /** Opens the camera of a phone instead of its files. */
  camera?: boolean;
  onFiles: (files: File[]) => void;
};

/** A button that asks for files. */
export function FileButton({ accept, multiple, camera, onFiles, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        capture={camera ? "environment" : undefined}
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
