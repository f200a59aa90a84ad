// message.cc - the small look-ups on requests, and the usual responses.
#include "net/message.h"

#include <algorithm>

namespace signpost {

std::optional<std::string> Parameters::get(std::string_view name) const {
  for (const auto& [key, value] : items_) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::vector<std::string> Parameters::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : items_) {
    if (key == name && !value.empty()) values.push_back(value);
  }
  return values;
}

Parameters Parameters::without(std::string_view name) const {
  Parameters rest = *this;
  std::erase_if(rest.items_, [&](const auto& item) { return item.first == name; });
  return rest;
}

Parameters Parameters::without(std::string_view name, std::string_view value) const {
  Parameters rest = *this;
  std::erase_if(rest.items_, [&](const auto& item) { return item.first == name && item.second == value; });
  return rest;
}

Parameters Parameters::with(std::string_view name, std::string_view value) const {
  Parameters more = *this;
  more.items_.emplace_back(name, value);
  return more;
}

std::string Request::header(std::string_view lower_case_name) const {
  std::string joined;
  bool first = true;
  for (const auto& [name, value] : headers) {
    if (name != lower_case_name) continue;
    if (!first) joined += ", ";
    joined += value;
    first = false;
  }
  return joined;
}

std::string Request::cookie(std::string_view name) const {
  for (const auto& [header_name, value] : headers) {
    if (header_name != "cookie") continue;
    size_t at = 0;
    while (at < value.size()) {
      const size_t end = std::min(value.find(';', at), value.size());
      std::string_view pair = std::string_view(value).substr(at, end - at);
      while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
      const size_t equals = pair.find('=');
      if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
        return std::string(pair.substr(equals + 1));
      }
      at = end + 1;
    }
  }
  return "";
}

bool has_header(const Response& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const auto& header) { return header.first == name; });
}

void add_header(Response& response, std::string_view name, std::string_view value) {
  if (!has_header(response, name)) response.headers.emplace_back(name, value);
}

Response text_response(int status, std::string body) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

Response redirect(int status, const std::string& location) {
  Response response = text_response(status, location + "\n");
  response.headers.emplace_back("Location", location);
  return response;
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 507:
      return "Insufficient Storage";
    default:
      return "";
  }
}

}  // namespace signpost
