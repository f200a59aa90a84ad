// contact_settings.h - what site.yaml says of the ways to people: where each leads, when somebody is there,
// and for whom it is. Tested by tests/unit/content/contact_settings_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/open_hours.h"
#include "content/translations.h"

namespace signpost {

enum class ChannelKind : uint8_t { form, email, chat, phone, video, message, link };
std::string_view to_string(ChannelKind kind);
std::optional<ChannelKind> parse_channel_kind(std::string_view word);

// Whether it takes what somebody writes while nobody is there; it is answered later. The others are of use
// only while they are open.
bool takes_messages(ChannelKind kind);

// A file of holidays beside site.yaml, and the line that names it.
struct CalendarName {
  std::string path;
  int line = 0;
};

struct Channel {
  std::string id;
  ChannelKind kind = ChannelKind::link;
  Translations names;  // empty: the interface's word for the kind
  Translations texts;  // one or two sentences
  // Language -> where it is, "" for all languages that have none of their own. Of an e-mail channel its
  // address, of a telephone its number, as people write them; of the others what address_kind() knows; of a
  // form none.
  std::map<std::string, std::string> addresses;
  std::string time_zone;           // as find_time_zone() takes it
  std::vector<OpenHours> hours;    // sorted; empty: at any time
  std::vector<uint32_t> holidays;  // days since 1970, sorted, each once; nothing begins on them
  std::vector<std::string>
      languages;  // that people speak there, as canonical_language() writes them; empty: any
  std::vector<std::string> products;  // that it is for; empty: all
  bool presence = false;              // closed unless a heartbeat says that somebody is there
  // For messages of the indexer; no part of the generation.
  std::vector<CalendarName> calendars;
  int line = 0;
};

struct ContactSettings {
  std::vector<Channel> channels;  // in the order shown
};

// What a page of all of them can show.
inline constexpr size_t kMaxChannels = 20;
inline constexpr size_t kMaxChannelTexts = 20;       // languages of a channel, and products
inline constexpr size_t kMaxProducts = 60;           // of all channels
inline constexpr size_t kMaxProductNameBytes = 100;  // of the name of one
inline constexpr size_t kMaxChannelTextBytes = 600;  // of a name, a text, an address

// nullptr when there is none.
const Channel* find_channel(const ContactSettings& settings, std::string_view id);

// Where it is in this language, "" for nowhere.
std::string address_for(const Channel& channel, std::string_view lang);

// What an address may be: an https:, http:, mailto: or tel: URL, a path of this site that begins with '/', or
// the id of a document.
enum class AddressKind { url, path, id };
std::optional<AddressKind> address_kind(std::string_view address);  // nullopt: none of them

// "mailto:help@example.com", "tel:+8221234567": the URL of an e-mail address or of a telephone number;
// nullopt where it is none.
std::optional<std::string> mail_url(std::string_view address);
std::optional<std::string> telephone_url(std::string_view number);

}  // namespace signpost
