// contact_reader.cc - every key of a channel has one reader, and a key without a reader is an error.
// Tested by tests/unit/content/contact_settings_test.cc.
#include "content/contact_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "base/dates.h"
#include "content/ids.h"
#include "content/language.h"
#include "content/time_zone.h"
#include "content/yaml_tree.h"

namespace signpost {
namespace {

constexpr size_t kMaxIntervals = 28;  // of a week
constexpr size_t kMaxHolidays = 500;  // that site.yaml itself lists, of a channel
constexpr const char* kChannelKeys =
    "id, kind, names, texts, address, number, url, time_zone, hours, holidays, languages, products, presence";
constexpr const char* kHoursForm =
    "as in mon-fri: 09:00-12:00, 13:00-18:00, from 00:00 to 24:00, past midnight as in 22:00-02:00";

std::string_view address_key(ChannelKind kind) {
  switch (kind) {
    case ChannelKind::form:
      return "";
    case ChannelKind::email:
      return "address";
    case ChannelKind::phone:
      return "number";
    default:
      return "url";
  }
}

class ChannelReader {
 public:
  explicit ChannelReader(YamlErrors& errors) : errors_(errors) {}

  // nullopt where anything is wrong: a channel of which half is understood could be shown as open when it
  // isn't.
  std::optional<Channel> read(const YAML::Node& item) {
    const int before = errors_.count();
    channel_.line = item.Mark().line + 1;
    if (!item.IsMap()) {
      errors_.add(item.Mark(), std::string("a channel must be a map of ") + kChannelKeys);
      return std::nullopt;
    }
    for (const auto& entry : item) {
      if (entry.first.IsScalar() && entry.first.Scalar() == "kind") read_kind(entry.second);
    }
    for (const auto& entry : item) read_entry(entry.first, entry.second);
    if (errors_.count() == before) check_whole(item.Mark());
    return errors_.count() == before ? std::optional(std::move(channel_)) : std::nullopt;
  }

 private:
  void read_entry(const YAML::Node& key_node, const YAML::Node& value) {
    const std::string key = key_node.IsScalar() ? key_node.Scalar() : std::string();
    if (key == "kind") return;
    if (key == "id") return read_id(value);
    if (key == "names") return read_text(key, value, channel_.names);
    if (key == "texts") return read_text(key, value, channel_.texts);
    if (key == "address" || key == "number" || key == "url") return read_address(key, key_node, value);
    if (key == "time_zone") return read_zone(value);
    if (key == "hours") return read_hours(value);
    if (key == "holidays") return read_holidays(value);
    if (key == "languages") return read_languages(value);
    if (key == "products") return read_products(value);
    if (key == "presence") return read_presence(value);
    errors_.add(key_node.Mark(), "unknown key '" + key + "' of a channel; known are " + kChannelKeys);
  }

  static std::string scalar(const YAML::Node& node) {
    return node.IsScalar() ? std::string(trimmed(node.Scalar())) : std::string();
  }

  void read_kind(const YAML::Node& value) {
    kind_ = parse_channel_kind(scalar(value));
    if (!kind_)
      return errors_.add(
          value.Mark(),
          "'kind' must be form, email, chat, phone, video, message or link, not '" + scalar(value) + "'");
    channel_.kind = *kind_;
  }

  void read_id(const YAML::Node& value) {
    channel_.id = scalar(value);
    if (!is_valid_id(channel_.id))
      errors_.add(value.Mark(), "the id '" + channel_.id +
                                    "' of a channel may have letters, digits, '-', '_' and '.' only");
  }

  void read_text(const std::string& key, const YAML::Node& value, Translations& out) {
    Translations texts;
    read_translations(key, value, errors_, texts);
    for (const auto& [lang, text] : texts) {
      if (text.size() > kMaxChannelTextBytes)
        return errors_.add(value.Mark(), "'" + key + "' may have " + std::to_string(kMaxChannelTextBytes) +
                                             " bytes in each language");
    }
    out = std::move(texts);
  }

  void read_address(const std::string& key, const YAML::Node& key_node, const YAML::Node& value) {
    if (!kind_) return;
    if (key != address_key(*kind_)) {
      const std::string wanted(address_key(*kind_));
      return errors_.add(key_node.Mark(),
                         "a channel of the kind " + std::string(to_string(*kind_)) +
                             (wanted.empty() ? " has no '" : " has '" + wanted + "', not '") + key + "'");
    }
    if (!value.IsMap()) return read_one_address(key, "", value);
    for (const auto& entry : value) {
      const auto lang = canonical_language(scalar(entry.first));
      if (!lang) {
        errors_.add(entry.first.Mark(), "'" + scalar(entry.first) + "' of '" + key +
                                            "' is not a language code like en, ko or pt-BR");
      } else {
        read_one_address(key, *lang, entry.second);
      }
    }
  }

  void read_one_address(const std::string& key, const std::string& lang, const YAML::Node& value) {
    const std::string address = scalar(value);
    const bool good = key == "address"  ? mail_url(address).has_value()
                      : key == "number" ? telephone_url(address).has_value()
                                        : address_kind(address).has_value();
    if (good && address.size() <= kMaxChannelTextBytes) {
      channel_.addresses[lang] = address;
      return;
    }
    errors_.add(value.Mark(), key == "address" ? "'address' must be an e-mail address like help@example.com"
                              : key == "number"
                                  ? "'number' must be a telephone number like \"+82 2 1234 5678\" (in quotes)"
                                  : "'url' must be an address (https:, mailto:, tel: or a path that begins "
                                    "with '/') or the id of an article");
  }

  void read_zone(const YAML::Node& value) {
    channel_.time_zone = scalar(value);
    if (!find_time_zone(channel_.time_zone))
      errors_.add(value.Mark(),
                  "'time_zone' must be UTC, a difference like +09:00 or a name like Asia/Seoul, not '" +
                      channel_.time_zone + "'");
  }

  void read_hours(const YAML::Node& value) {
    if (!value.IsMap() || value.size() == 0)
      return errors_.add(value.Mark(),
                         std::string("'hours' must be a map from days to times, ") + kHoursForm);
    for (const auto& entry : value) {
      const std::vector<int> days = parse_weekdays(scalar(entry.first));
      if (days.empty()) {
        errors_.add(entry.first.Mark(),
                    "'" + scalar(entry.first) +
                        "' of 'hours' must be days, as in mon, mon-fri, \"sat, sun\" or daily");
        continue;
      }
      const YAML::Node& times = entry.second;
      if (times.IsSequence()) {
        for (const auto& one : times) read_times(days, one);
      } else {
        read_times(days, times);
      }
    }
    check_overlaps(value.Mark());
  }

  void read_times(const std::vector<int>& days, const YAML::Node& value) {
    const std::string text = scalar(value);
    for (const std::string_view part : between_commas(text)) {
      const auto interval = parse_interval(part);
      if (!interval)
        return errors_.add(value.Mark(),
                           "'" + std::string(part) + "' is no time from one to another; " + kHoursForm);
      for (const int day : days) {
        channel_.hours.push_back({static_cast<uint8_t>(day), static_cast<uint16_t>(interval->first),
                                  static_cast<uint16_t>(interval->second)});
      }
    }
  }

  void check_overlaps(const YAML::Mark& mark) {
    std::sort(channel_.hours.begin(), channel_.hours.end());
    if (channel_.hours.size() > kMaxIntervals)
      return errors_.add(mark, "'hours' may have " + std::to_string(kMaxIntervals) + " times in a week");
    for (size_t i = 1; i < channel_.hours.size(); ++i) {
      const OpenHours& before = channel_.hours[i - 1];
      const OpenHours& hours = channel_.hours[i];
      if (hours.weekday == before.weekday && hours.from < before.to)
        return errors_.add(mark, "two times of " + std::string(weekday_name(hours.weekday)) +
                                     " overlap: " + clock_of(before.from) + "-" + clock_of(before.to) +
                                     " and " + clock_of(hours.from) + "-" + clock_of(hours.to));
    }
  }

  void read_holidays(const YAML::Node& value) {
    if (!value.IsSequence()) return read_holiday(value);
    for (const auto& item : value) read_holiday(item);
    if (channel_.holidays.size() > kMaxHolidays)
      errors_.add(value.Mark(), "'holidays' may list " + std::to_string(kMaxHolidays) +
                                    " days; an iCalendar file may have more");
  }

  void read_holiday(const YAML::Node& value) {
    const std::string text = scalar(value);
    if (text.ends_with(".ics")) {
      channel_.calendars.push_back({text, value.Mark().line + 1});
      return;
    }
    const bool is_day = text.size() == 10 && parse_date(text) == text;
    if (!is_day)
      return errors_.add(
          value.Mark(),
          "'holidays' must be days like 2026-12-25 or iCalendar files (.ics), not '" + text + "'");
    channel_.holidays.push_back(parse_day(text));
    std::sort(channel_.holidays.begin(), channel_.holidays.end());
    channel_.holidays.erase(std::unique(channel_.holidays.begin(), channel_.holidays.end()),
                            channel_.holidays.end());
  }

  // One text, or a list of some.
  std::vector<std::pair<std::string, YAML::Mark>> texts_of(const std::string& key, const YAML::Node& value) {
    std::vector<std::pair<std::string, YAML::Mark>> texts;
    const auto add = [&](const YAML::Node& node) {
      if (const std::string text = scalar(node); !text.empty() && text.size() <= kMaxProductNameBytes) {
        texts.emplace_back(text, node.Mark());
      } else {
        errors_.add(node.Mark(), "'" + key + "' must be a list of texts of at most " +
                                     std::to_string(kMaxProductNameBytes) + " bytes");
      }
    };
    if (!value.IsSequence()) {
      add(value);
    } else {
      for (const auto& item : value) add(item);
    }
    if (texts.size() > kMaxChannelTexts)
      errors_.add(value.Mark(), "'" + key + "' may list " + std::to_string(kMaxChannelTexts));
    return texts;
  }

  void read_languages(const YAML::Node& value) {
    for (const auto& [text, mark] : texts_of("languages", value)) {
      if (const auto lang = canonical_language(text)) {
        channel_.languages.push_back(*lang);
      } else {
        errors_.add(mark, "'" + text + "' of 'languages' is not a language code like en, ko or pt-BR");
      }
    }
  }

  void read_products(const YAML::Node& value) {
    for (const auto& one : texts_of("products", value)) channel_.products.push_back(one.first);
  }

  void read_presence(const YAML::Node& value) {
    if (scalar(value) != "required")
      return errors_.add(value.Mark(), "'presence' must be required, or absent");
    channel_.presence = true;
  }

  // What depends on several keys.
  void check_whole(const YAML::Mark& mark) {
    const std::string kind = kind_ ? std::string(to_string(*kind_)) : std::string();
    if (channel_.id.empty()) {
      errors_.add(mark, "a channel needs an 'id'");
    } else if (!kind_) {
      errors_.add(mark, "the channel '" + channel_.id + "' needs a 'kind'");
    } else if (!address_key(*kind_).empty() && channel_.addresses.empty()) {
      errors_.add(mark, "the channel '" + channel_.id + "' needs '" + std::string(address_key(*kind_)) + "'");
    } else if (is_one_of(kind, {"chat", "phone", "video"}) && channel_.hours.empty() && !channel_.presence) {
      errors_.add(mark, "nothing says when somebody is there in the channel '" + channel_.id +
                            "': it needs 'hours' or 'presence: required'");
    }
  }

  YamlErrors& errors_;
  Channel channel_;
  std::optional<ChannelKind> kind_;
};

}  // namespace

void read_contact(const YAML::Node& value, YamlErrors& errors, ContactSettings& settings) {
  if (value.IsNull()) return;
  if (!value.IsSequence()) return errors.add(value.Mark(), "'contact' must be a list of channels");
  if (value.size() > kMaxChannels)
    return errors.add(value.Mark(), "'contact' may have " + std::to_string(kMaxChannels) + " channels");
  std::set<std::string> seen;
  std::set<std::string> products;
  for (const auto& item : value) {
    std::optional<Channel> channel = ChannelReader(errors).read(item);
    if (!channel) continue;
    products.insert(channel->products.begin(), channel->products.end());
    if (products.size() > kMaxProducts)
      return errors.add(item.Mark(),
                        "the channels may name " + std::to_string(kMaxProducts) + " products in all");
    if (!seen.insert(channel->id).second) {
      errors.add(item.Mark(), "the channel '" + channel->id + "' is listed twice");
    } else {
      settings.channels.push_back(std::move(*channel));
    }
  }
}

void settle(ContactSettings& settings, const std::string& default_language, const std::string& time_zone) {
  for (Channel& channel : settings.channels) {
    settle(channel.names, default_language);
    settle(channel.texts, default_language);
    if (channel.time_zone.empty()) channel.time_zone = time_zone;
  }
}

}  // namespace signpost
