import {
  IconAt,
  IconBolt,
  IconBrandMessenger,
  IconBrandSlack,
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconForms,
  IconMail,
  IconMessage,
  IconMessageCircle,
  IconPhone,
  IconRobot,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

/** The icon words that plugins may use. One that is not known here gets a plain balloon. */
const words: Record<string, Icon> = {
  mail: IconMail,
  envelope: IconMail,
  email: IconMail,
  at: IconAt,
  chat: IconMessageCircle,
  'message-circle': IconMessageCircle,
  message: IconMessage,
  messenger: IconBrandMessenger,
  'brand-messenger': IconBrandMessenger,
  slack: IconBrandSlack,
  'brand-slack': IconBrandSlack,
  whatsapp: IconBrandWhatsapp,
  'brand-whatsapp': IconBrandWhatsapp,
  telegram: IconBrandTelegram,
  form: IconForms,
  forms: IconForms,
  robot: IconRobot,
  phone: IconPhone,
  bolt: IconBolt,
  users: IconUsers,
};

export const iconFor = (word: string | null | undefined): Icon => words[word ?? ''] ?? IconMessage;
