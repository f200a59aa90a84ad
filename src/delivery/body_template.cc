// body_template.cc - see body_template.h.
#include "delivery/body_template.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/ascii.h"
#include "base/error.h"

namespace signpost {
namespace {

using TemplateJson = nlohmann::ordered_json;

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";

bool is_quoted(std::string_view text) {
  return text.size() >= 2 && text.front() == '\'' && text.back() == '\'';
}

// Calls use(alternative) for each of "a|b|'c'", without spaces around them, until it returns true.
template <typename Use>
void each_alternative(std::string_view place, const Use& use) {
  for (size_t at = 0; at <= place.size();) {
    const size_t end = std::min(place.find('|', at), place.size());
    if (use(trimmed(place.substr(at, end - at)))) return;
    at = end + 1;
  }
}

std::string value_of(std::string_view place, const EventFields& fields) {
  std::string value;
  each_alternative(place, [&](std::string_view name) {
    if (is_quoted(name)) {
      value = name.substr(1, name.size() - 2);
    } else if (const auto found = fields.find(name); found != fields.end()) {
      value = found->second;
    }
    return !value.empty();
  });
  return value;
}

bool is_one_place(std::string_view text) {
  return text.starts_with(kOpen) && text.find(kClose) == text.size() - kClose.size();
}

int line_of(std::string_view text, size_t at) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + std::min(at, text.size()), '\n'));
}

[[noreturn]] void refuse_template(const std::string& path, int line, const std::string& why) {
  throw Error(ErrorKind::corrupt, path + ":" + std::to_string(line) + ": error: " + why);
}

// nullopt: it goes.
std::optional<TemplateJson> filled(const TemplateJson& tree, const EventFields& fields) {
  if (tree.is_string()) {
    const std::string& text = tree.get_ref<const std::string&>();
    std::string value = fill_places(text, fields);
    if (value.empty() && is_one_place(text)) return std::nullopt;
    return TemplateJson(std::move(value));
  }
  if (!tree.is_structured()) return tree;
  TemplateJson out = tree.is_object() ? TemplateJson::object() : TemplateJson::array();
  for (const auto& [key, member] : tree.items()) {
    auto value = filled(member, fields);
    if (!value) continue;
    if (tree.is_object()) {
      out[key] = std::move(*value);
    } else {
      out.push_back(std::move(*value));
    }
  }
  return out;
}

void check_places(const TemplateJson& tree, std::string_view text, const std::string& path) {
  if (tree.is_string()) {
    const std::string& leaf = tree.get_ref<const std::string&>();
    const std::string fault = fault_of_places(leaf);
    // Where it stands in the file, unless it was written with escapes.
    if (!fault.empty()) refuse_template(path, line_of(text, std::min(text.find(leaf), text.size())), fault);
  }
  if (!tree.is_structured()) return;
  for (const auto& item : tree.items()) check_places(item.value(), text, path);
}

}  // namespace

std::string fill_places(std::string_view text, const EventFields& fields) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t open = std::min(text.find(kOpen, at), text.size());
    out.append(text.substr(at, open - at));
    if (open == text.size()) break;
    const size_t close = text.find(kClose, open);
    out += value_of(text.substr(open + kOpen.size(), close - open - kOpen.size()), fields);
    at = close + kClose.size();
  }
  return out;
}

std::string fault_of_places(std::string_view text) {
  std::string fault;
  for (size_t open = 0; (open = text.find(kOpen, open)) != std::string_view::npos;) {
    const size_t close = text.find(kClose, open);
    if (close == std::string_view::npos) return "a place that begins with {{ is not closed by }}";
    each_alternative(text.substr(open + kOpen.size(), close - open - kOpen.size()),
                     [&](std::string_view name) {
                       if (!is_quoted(name) && !is_event_field(name))
                         fault = "there is nothing called '" + std::string(name) + "' to put into {{...}}";
                       return !fault.empty();
                     });
    if (!fault.empty()) return fault;
    open = close + kClose.size();
  }
  return fault;
}

BodyTemplate::BodyTemplate(std::string_view text, const std::string& path) {
  try {
    tree_ = std::make_shared<const TemplateJson>(TemplateJson::parse(text));
  } catch (const TemplateJson::parse_error& wrong) {
    refuse_template(path, line_of(text, wrong.byte), "this is no JSON");
  }
  check_places(*tree_, text, path);
}

std::string BodyTemplate::fill(const EventFields& fields) const {
  return filled(*tree_, fields)
      .value_or(TemplateJson(nullptr))
      .dump(-1, ' ', false, TemplateJson::error_handler_t::replace);
}

}  // namespace signpost
