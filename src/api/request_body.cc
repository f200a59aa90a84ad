// request_body.cc - see request_body.h.
#include "api/request_body.h"

#include <charconv>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json_limits.h"
#include "net/url.h"

namespace signpost {
namespace {

using BodyJson = nlohmann::json;

// What fits a request's body has fewer bytes; each entry of a packet at its limit has four values.
constexpr JsonLimits kBodyLimits{256 << 10, 8, 4000};

// Told of one body: an answer does not grow with what is wrong.
constexpr size_t kMaxErrors = 20;

class BodyReader {
 public:
  explicit BodyReader(SentRequest& sent) : sent_(sent) {}

  // Reads each member by its reader; one without any is wrong.
  using Readers = std::map<std::string_view, std::function<void(const BodyJson&, const std::string& field)>>;
  void object(const BodyJson& json, const std::string& field, const Readers& readers) {
    if (json.is_null()) return;
    if (!json.is_object()) return add(field, "must be an object");
    for (const auto& [name, value] : json.items()) {
      const std::string place = field.empty() ? name : field + "." + name;
      const auto reader = readers.find(name);
      if (reader == readers.end()) {
        add(place, "is not known");
      } else if (!value.is_null()) {
        reader->second(value, place);
      }
    }
  }

  template <typename Entry>
  void list(const BodyJson& json, const std::string& field, std::vector<Entry>& out,
            const std::function<void(const BodyJson&, const std::string& field, Entry&)>& read) {
    if (!json.is_array()) return add(field, "must be a list");
    for (size_t i = 0; i < json.size(); ++i)
      read(json[i], field + "[" + std::to_string(i) + "]", out.emplace_back());
  }

  void text(const BodyJson& json, const std::string& field, std::string& out) {
    if (!json.is_string()) return add(field, "must be a text");
    out = json.get<std::string>();
  }

  void number(const BodyJson& json, const std::string& field, int& out) {
    // What is too large for an int is too large for a step.
    if (!json.is_number_integer()) return add(field, "must be a whole number");
    const bool fits = json >= 0 && json <= kMaxStep;
    out = fits ? json.get<int>() : 0;
  }

  void add(const std::string& field, const std::string& message) { sent_.errors.push_back({field, message}); }

 private:
  SentRequest& sent_;
};

auto text_into(BodyReader& reader, std::string& out) {
  return [&](const BodyJson& json, const std::string& field) { reader.text(json, field, out); };
}

auto texts_into(BodyReader& reader, std::vector<std::string>& out) {
  return [&](const BodyJson& json, const std::string& field) {
    reader.list<std::string>(json, field, out,
                             [&](const BodyJson& entry, const std::string& place, std::string& text) {
                               reader.text(entry, place, text);
                             });
  };
}

void read_packet(const BodyJson& json, const std::string& field, BodyReader& reader, RequestPacket& packet) {
  const auto read = [&](const BodyJson& list, const std::string& place) {
    reader.list<ReadSection>(
        list, place, packet.read, [&](const BodyJson& entry, const std::string& at, ReadSection& section) {
          reader.object(
              entry, at,
              {{"id", text_into(reader, section.id)}, {"anchor", text_into(reader, section.anchor)}});
        });
  };
  const auto tried = [&](const BodyJson& list, const std::string& place) {
    reader.list<TriedStep>(list, place, packet.tried,
                           [&](const BodyJson& entry, const std::string& at, TriedStep& step) {
                             const auto number = [&](const BodyJson& value, const std::string& where) {
                               reader.number(value, where, step.step);
                             };
                             reader.object(entry, at,
                                           {{"id", text_into(reader, step.id)},
                                            {"anchor", text_into(reader, step.anchor)},
                                            {"step", number}});
                           });
  };
  reader.object(json, field,
                {{"questions", texts_into(reader, packet.questions)},
                 {"read", read},
                 {"tried", tried},
                 {"answers", texts_into(reader, packet.answers)},
                 {"incidents", texts_into(reader, packet.incidents)},
                 {"level", text_into(reader, packet.level)}});
}

void read_json(std::string_view bytes, SentRequest& sent) {
  BodyReader reader(sent);
  BodyJson json;
  try {
    check_json(bytes, kBodyLimits);
    json = BodyJson::parse(bytes);
  } catch (const BodyJson::exception&) {
    return reader.add("", "the content must be JSON");
  } catch (const Error& excess) {
    return reader.add("", excess.what());
  }
  if (!json.is_object()) return reader.add("", "the content must be an object");
  RequestDraft& draft = sent.draft;
  const auto packet = [&](const BodyJson& value, const std::string& field) {
    read_packet(value, field, reader, draft.packet);
  };
  reader.object(json, "",
                {{"lang", text_into(reader, draft.lang)},
                 {"reply_to", text_into(reader, draft.reply_to)},
                 {"name", text_into(reader, draft.name)},
                 {"message", text_into(reader, draft.message)},
                 {"product", text_into(reader, draft.product)},
                 {"packet", packet},
                 {"proof", text_into(reader, sent.proof)}});
}

// "id#anchor", "id"; takes it off the front of `text`.
std::string take_part(std::string_view& text) {
  const size_t end = std::min(text.find('#'), text.size());
  std::string part(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

ReadSection section_of(std::string_view text) {
  std::string id = take_part(text);
  return {std::move(id), std::string(text)};
}

// A step that is no number is 0, which is none.
TriedStep step_of(std::string_view text) {
  TriedStep tried;
  tried.id = take_part(text);
  tried.anchor = take_part(text);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), tried.step);
  if (error != std::errc() || end != text.data() + text.size()) tried.step = 0;
  return tried;
}

void read_form(std::string_view bytes, SentRequest& sent) {
  RequestDraft& draft = sent.draft;
  const std::map<std::string_view, std::string*> texts = {
      {"lang", &draft.lang},       {"reply_to", &draft.reply_to}, {"name", &draft.name},
      {"message", &draft.message}, {"product", &draft.product},   {"idempotency_key", &sent.key},
      {"token", &sent.token},      {"proof", &sent.proof},        {"packet.level", &draft.packet.level}};
  const std::map<std::string_view, std::vector<std::string>*> lists = {
      {"packet.questions", &draft.packet.questions},
      {"packet.answers", &draft.packet.answers},
      {"packet.incidents", &draft.packet.incidents}};
  // A field that is twice there is the later one: no browser sends such a form.
  const Parameters fields = parse_query_string(bytes);
  for (const auto& [name, value] : fields.items()) {
    if (const auto text = texts.find(name); text != texts.end()) {
      *text->second = value;
    } else if (const auto list = lists.find(name); list != lists.end()) {
      list->second->push_back(value);
    } else if (name == "packet.read") {
      draft.packet.read.push_back(section_of(value));
    } else if (name == "packet.tried") {
      draft.packet.tried.push_back(step_of(value));
    } else if (name == kTrapField) {
      if (!value.empty()) sent.errors.push_back({name, "must be empty"});
    } else {
      sent.errors.push_back({name, "is not known"});
    }
  }
}

}  // namespace

SentRequest read_sent_request(std::string_view media_type, std::string_view bytes) {
  SentRequest sent;
  (media_type == kRequestTypes[0] ? read_json : read_form)(bytes, sent);
  if (sent.errors.size() > kMaxErrors) sent.errors.resize(kMaxErrors);
  // Of a body that is none there is nothing more to say.
  if (!sent.errors.empty() && sent.errors[0].field.empty()) return sent;
  for (DraftFault& fault : settle_draft(sent.draft))
    sent.errors.push_back({std::move(fault.field), std::move(fault.message)});
  return sent;
}

}  // namespace signpost
