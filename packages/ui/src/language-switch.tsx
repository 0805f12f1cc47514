import './language-switch.css';

export interface LanguageOption<Language extends string> {
  /** A BCP 47 tag. */
  value: Language;
  /** The language's own short name: 中文, EN. */
  label: string;
  /** Its full name in itself, for those who hear the page. */
  name: string;
}

export interface LanguageSwitchProps<Language extends string> {
  label: string;
  value: Language;
  options: readonly LanguageOption<Language>[];
  onChange: (language: Language) => void;
}

/** 中文 / EN: each named in its own language, so that one finds back. */
export function LanguageSwitch<Language extends string>(props: LanguageSwitchProps<Language>) {
  const { label, value, options, onChange } = props;
  return (
    <fieldset className="rd-languages">
      <legend className="rd-sr">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.value}
          title={option.name}
          aria-pressed={option.value === value}
          onClick={() => {
            if (option.value !== value) onChange(option.value);
          }}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
