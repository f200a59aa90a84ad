// templates.cc - the only file that includes the mustache library.
#include "pages/templates.h"

#include <filesystem>
#include <fstream>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/error.h"
#include "net/entity_tag.h"

namespace signpost {
namespace {

namespace mustache = kainjow::mustache;

constexpr int kMaxIncludeDepth = 16;

mustache::data to_data(const Json& json) {
  switch (json.type()) {
    case Json::value_t::object: {
      mustache::data object(mustache::data::type::object);
      for (const auto& [key, value] : json.items()) object[key] = to_data(value);
      return object;
    }
    case Json::value_t::array: {
      mustache::data list(mustache::data::type::list);
      // push_back() of the library copies each subtree; the list itself is ours and not const.
      auto& items = const_cast<mustache::list&>(list.list_value());
      items.reserve(json.size());
      for (const Json& value : json) items.push_back(to_data(value));
      return list;
    }
    case Json::value_t::string: {
      const auto& text = json.get_ref<const std::string&>();
      return text.empty() ? mustache::data(false) : mustache::data(text);
    }
    case Json::value_t::boolean:
      return mustache::data(json.get<bool>());
    case Json::value_t::null:
    case Json::value_t::discarded:
      return mustache::data(false);
    default:
      return mustache::data(json.dump());  // numbers
  }
}

std::map<std::string, std::string> read_sources(const std::string& dir) {
  std::map<std::string, std::string> sources;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(dir, failed)) {
    if (entry.path().extension() != ".html") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    sources[entry.path().stem().string()] = bytes.str();
  }
  if (sources.empty()) throw Error(ErrorKind::not_found, "no templates in " + dir);
  return sources;
}

// The library parses a partial each time it is rendered; put in beforehand it is parsed once.
std::string with_includes(const std::map<std::string, std::string>& sources, const std::string& name,
                          int depth) {
  const auto found = sources.find(name);
  if (found == sources.end()) throw Error(ErrorKind::not_found, "template '" + name + "' does not exist");
  if (depth > kMaxIncludeDepth) throw Error(ErrorKind::corrupt, "template '" + name + "' includes itself");
  std::string text;
  std::string_view rest = found->second;
  while (true) {
    const size_t start = rest.find("{{>");
    if (start == std::string_view::npos) break;
    const size_t end = rest.find("}}", start);
    if (end == std::string_view::npos) throw Error(ErrorKind::corrupt, name + ".html: '{{>' is never closed");
    std::string_view include = rest.substr(start + 3, end - start - 3);
    while (!include.empty() && include.front() == ' ') include.remove_prefix(1);
    while (!include.empty() && include.back() == ' ') include.remove_suffix(1);
    text += rest.substr(0, start);
    text += with_includes(sources, std::string(include), depth + 1);
    rest.remove_prefix(end + 2);
  }
  text += rest;
  return text;
}

}  // namespace

struct TemplateData::Impl {
  mustache::data data;
};

TemplateData::TemplateData(const Json& values) : impl_(std::make_unique<Impl>(Impl{to_data(values)})) {}
TemplateData::~TemplateData() = default;
TemplateData::TemplateData(TemplateData&&) noexcept = default;
TemplateData& TemplateData::operator=(TemplateData&&) noexcept = default;

struct Templates::Impl {
  // The library's render() is not const, but writes nothing unless a template has lambdas or partials;
  // ours have none when they are parsed.
  mutable std::map<std::string, mustache::mustache> parsed;
};

Templates::Templates(const std::string& dir) : impl_(std::make_unique<Impl>()) {
  const auto sources = read_sources(dir);
  std::string all;
  for (const auto& [name, source] : sources) {
    const std::string text = with_includes(sources, name, 0);
    mustache::mustache parsed(text);
    if (!parsed.is_valid()) {
      throw Error(ErrorKind::corrupt, dir + "/" + name + ".html: " + parsed.error_message());
    }
    impl_->parsed.emplace(name, std::move(parsed));
    all += name + '\n' + source;
  }
  version_ = fingerprint({all});
}

Templates::~Templates() = default;

bool Templates::has(const std::string& name) const { return impl_->parsed.count(name) != 0; }

std::string Templates::render(const std::string& name, const TemplateData& shared, const Json& view) const {
  const auto found = impl_->parsed.find(name);
  if (found == impl_->parsed.end()) throw Error(ErrorKind::internal, "no template '" + name + "'");
  const mustache::data data = to_data(view);
  mustache::context<std::string> context(&shared.impl_->data);
  context.push(&data);
  return found->second.render(context);
}

}  // namespace signpost
