// test_site.cc - see test_site.h.
#include "test_site.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>

#include "base/dates.h"
#include "base/fnv1a.h"
#include "content/article.h"
#include "content/thread.h"
#include "index/card_picture.h"
#include "index/encode.h"
#include "index/generation.h"
#include "index/incident_file.h"
#include "index/manifest.h"
#include "index/merge.h"
#include "index/shard_writer.h"
#include "index/short_addresses.h"
#include "net/url.h"

namespace signpost::testing {
namespace {

namespace fs = std::filesystem;

struct Source {
  const char* id;
  const char* lang;
  const char* category;
  const char* text;
};

constexpr Source kArticles[] = {
    {"install", "en", "setup",
     "---\ntitle: Install the desktop app\nsummary: Get the app onto your computer.\nlevel: basic\ntype: "
     "guide\n"
     "product: Desktop\ntags: [install, windows]\naliases: [/old/install.html, /kb/42]\nupdated: 2026-11-22\n"
     "weight: 5\nreview_by: 2027-06-01\n---\nDownload the installer & run it.\n\n## Requirements\n\nYou need "
     "4 GB of memory.\n\n"
     "## Steps\n\n1. Open the installer.\n2. Follow the steps.\n\n![Logo](img/logo.svg)\n"},
    {"install", "ko", "setup",
     "---\ntitle: 데스크톱 앱 설치하기\nsummary: 컴퓨터에 앱을 설치합니다.\nlevel: basic\nupdated: "
     "2026-11-20\n---\n"
     "설치 프로그램을 내려받아 실행합니다.\n\n## 요구 사항\n\n메모리 4GB가 필요합니다.\n\n## 설치 "
     "단계\n\n따라 하세요.\n"},
    {"install", "ja", "setup",
     "---\ntitle: デスクトップアプリをインストールする\nupdated: 2026-11-19\n---\n"
     "インストーラーをダウンロードして実行します。\n\n## 必要なもの\n\nメモリ4GB。\n"},
    {"reset-password", "en", "accounts",
     "---\ntitle: Reset your password\nsummary: Choose a new password.\nlevel: basic\ntags: [password]\n"
     "updated: 2026-10-01\n---\nOpen **Settings** and choose *Reset password*.\n\n## Forgotten password\n\n"
     "Ask for a link by mail.\n"},
    {"reset-password", "ko", "accounts",
     "---\ntitle: 비밀번호 재설정\n---\n설정에서 비밀번호를 재설정합니다.\n"},
    {"sign-in", "en", "accounts",
     "---\ntitle: Sign in with two factors\nlevel: expert\nupdated: 2026-11-25\n---\nUse your password and a "
     "code.\n"},
    {"billing-faq", "en", "accounts",
     "---\ntitle: 'Billing: <b> frequent & \"odd\" questions'\ntype: faq\n---\nInvoices come monthly.\n"},
    {"backup", "en", "setup",
     "---\ntitle: Back up your data\nowner: '@Docs'\n---\nCopy the folder to a safe disk.\n"},
    {"日本語ガイド", "ja", "setup", "---\ntitle: 日本語ガイド\n---\n使い方の説明です。\n"},
};

struct ThreadSource {
  const char* id;
  const char* lang;
  std::vector<const char*> posts;
};

const std::vector<ThreadSource>& threads() {
  static const std::vector<ThreadSource> kThreads = {
      {"printer-offline",
       "en",
       {"---\ntitle: Why is my printer offline?\nauthor: Kim\ndate: 2026-09-01\nvotes: 7\n---\nIt says "
        "offline.\n",
        "---\nauthor: Lee\ndate: 2026-09-02\nvotes: 2\n---\nTurn it on.\n",
        "---\nauthor: Sato\ndate: 2026-09-03\nvotes: 1\naccepted: true\n---\nInstall the new driver.\n"}},
      {"slow-search",
       "en",
       {"---\ntitle: Search is slow today\nauthor: Annabel\ndate: 2026-08-01\n"
        "author_url: https://forum.example.net/u/annabel\nsource: https://forum.example.net/t/9?x=1\n"
        "license: CC BY-SA 4.0\nlicense_url: https://creativecommons.org/licenses/by-sa/4.0/\n"
        "closed: 2026-08-02\n---\nFor others too?\n"}},
      {"인쇄-문제",
       "ko",
       {"---\ntitle: 인쇄가 안 됩니다\nauthor: 민수\ndate: 2026-07-01\n---\n도와주세요.\n",
        "---\nauthor: 지영\ndate: 2026-07-02\n---\n전원을 확인하세요.\n"}},
  };
  return kThreads;
}

LinkResolver resolver() {
  return {[](const std::string&) { return std::nullopt; },
          [](const std::string& path) { return path.ends_with("logo.svg"); }};
}

void add(ShardWriter& writer, ParseResult parsed) {
  ASSERT_TRUE(parsed.document.has_value());
  const bool is_help = parsed.document->kind == Kind::help;
  writer.add(encode_document(*parsed.document, is_help ? card_of(parsed.document->lang) : ""));
}

std::vector<ShortAddress> gone_short_addresses() {
  return settle_short_addresses({{.article = short_article("gone"), .place = 0, .code = 0, .document = 0}},
                                {});
}

void add_short_addresses(const Document& document, uint32_t number, std::vector<ShortAddress>& to) {
  const uint64_t article = short_article(document.id);
  to.push_back({.article = article, .place = 0, .code = 0, .document = number});
  to.push_back({.article = article, .place = short_whole(document.lang), .code = 0, .document = number});
  for (const Section& section : document.sections) {
    const uint64_t place = short_section(document.lang, fnv1a(section.anchor));
    if (!section.anchor.empty()) to.push_back({article, place, 0, number});
  }
}

}  // namespace

TemporaryDirectory::TemporaryDirectory() {
  std::string pattern = (fs::temp_directory_path() / "signpost-http-XXXXXX").string();
  path_ = mkdtemp(pattern.data());
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void write_file(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

ContactSettings test_channels() {
  std::vector<OpenHours> office;
  for (uint8_t day = 0; day < 5; ++day) office.push_back({day, 9 * 60, 18 * 60});
  Channel form;
  form.id = "form";
  form.kind = ChannelKind::form;
  Channel mail;
  mail.id = "mail";
  mail.kind = ChannelKind::email;
  mail.names = {{"en", "Write & attach"}, {"ko", "메일"}};
  mail.addresses = {{"", "help@example.com"}};
  mail.time_zone = "America/New_York";
  mail.hours = office;
  Channel phone;
  phone.id = "phone";
  phone.kind = ChannelKind::phone;
  phone.texts = {{"en", "For <urgent> matters."}};
  phone.addresses = {{"", "+82 2 1234-5678"}};
  phone.time_zone = "Asia/Seoul";
  phone.hours = office;
  phone.holidays = {parse_day("2026-12-25")};
  phone.languages = {"ko"};
  phone.products = {"Desktop"};
  Channel chat;
  chat.id = "chat";
  chat.kind = ChannelKind::chat;
  chat.addresses = {{"", "https://chat.example.com/"}, {"ko", "reset-password"}};
  chat.presence = true;
  ContactSettings contact;
  contact.channels = {form, phone, mail, chat};
  for (Channel& channel : contact.channels)
    if (channel.time_zone.empty()) channel.time_zone = "UTC";
  return contact;
}

Site test_site() {
  Site site;
  site.title = {{"en", "Example Help"}, {"ko", "예제 도움말"}, {"ja", "サンプルヘルプ"}};
  site.description = {{"en", "Answers for everyone."}};
  site.base_url = "https://help.example.com";
  site.languages = {{"en", "English"}, {"ko", "한국어"}, {"ja", "日本語"}};
  site.brand_color = "#0a7f3f";
  site.feedback.improvements = true;
  site.categories = {{"setup", {{"en", "Setup"}, {"ko", "설치"}}, {{"en", "Getting it to run."}}, "wrench"},
                     {"accounts", {{"en", "Accounts"}}, {}, ""}};
  site.redirects = {{"/kb/7", "install#steps"},
                    {"/kb/8", "/search?q=disk#main"},
                    {"/kb/9", "no-such-id"},
                    {"/ko/kb/7", "install"},
                    {"/print", "인쇄-문제"}};
  return site;
}

std::vector<Incident> test_incidents() {
  const auto before = [](int64_t seconds) { return ZonedTime{kTestNow - seconds, 9 * 60}; };
  Incident crash;
  crash.id = "app-crash";
  crash.component = "Desktop";
  crash.status = IncidentStatus::identified;
  crash.started = before(7200);
  crash.queries = {{"en", "app crash"}, {"ko", "앱 꺼짐"}};
  crash.texts = {{"en",
                  "The desktop app <crashes>",
                  "<p>On start.</p>\n",
                  {{before(1800), IncidentStatus::identified, "a bad file", "<p>It is a <b>file</b>.</p>\n",
                    "It is a file."},
                   {before(7200), IncidentStatus::investigating, "", "<p>We look.</p>\n", "We look."}}},
                 {"ko",
                  "데스크톱 앱이 꺼집니다",
                  "",
                  {{before(7200), IncidentStatus::investigating, "", "<p>확인하고 있습니다.</p>\n",
                    "확인하고 있습니다."}}}};
  Incident slow;
  slow.id = "sign-in-slow";
  slow.status = IncidentStatus::monitoring;
  slow.started = before(3600);
  slow.until = before(-60);
  slow.texts = {{"en", "Signing in is slow", "", {}}};
  Incident old;
  old.id = "old-outage";
  old.component = "accounts";
  old.status = IncidentStatus::resolved;
  old.started = before(365 * 24 * 3600);
  old.resolved = before(364 * 24 * 3600);
  old.texts = {{"en", "Accounts were closed", "", {{before(364 * 24 * 3600), {}, "", "", ""}}}};
  return {slow, crash, old};
}

std::string gone_short_code() { return short_code(gone_short_addresses().front().code); }

std::string card_of(const std::string& lang) {
  const std::vector<uint8_t> pixels(size_t{kCardWidth} * kCardHeight, static_cast<uint8_t>(lang.front()));
  return pack_card({.bytes = pixels.data(), .stride = kCardWidth}, {0, 0, 0},
                   {static_cast<uint8_t>(lang.front()), 0, 0});
}

std::string short_code_of(const std::string& id, const std::string& lang) {
  return short_code(
      settle_short_addresses(
          {{.article = short_article(id), .place = short_whole(lang), .code = 0, .document = 1}}, {})
          .front()
          .code);
}

std::string publish_test_generation(const std::string& index_dir, const std::string& extra_title,
                                    const std::vector<Incident>& incidents, const ContactSettings& contact,
                                    const RankingSettings& ranking) {
  fs::create_directories(index_dir);
  Site site = test_site();
  site.contact = contact;
  site.ranking = ranking;
  const std::string dir = new_generation(index_dir);
  const std::string shard = index_dir + "/shard";
  fs::create_directories(shard);
  uint64_t documents = 0;
  std::vector<ShortAddress> short_addresses;
  const std::vector<ShortAddress> gone = gone_short_addresses();
  {
    ShardWriter writer(shard);
    const auto article = [&](const Source& source) {
      const std::string path = std::string("help/") + source.lang + "/" + source.id + ".md";
      const ParseResult parsed = parse_article({path, Kind::help, source.id, source.lang, source.category},
                                               {path, source.text}, site, resolver());
      add_short_addresses(*parsed.document, static_cast<uint32_t>(++documents), short_addresses);
      add(writer, parsed);
    };
    for (const Source& source : kArticles) article(source);
    for (const ThreadSource& thread : threads()) {
      const std::string folder = std::string("community/") + thread.lang + "/" + thread.id + "/";
      std::vector<SourceFile> files;
      for (size_t i = 0; i < thread.posts.size(); ++i) {
        files.push_back(
            {folder + (i == 0 ? "question.md" : "answer-" + std::to_string(i) + ".md"), thread.posts[i]});
      }
      add(writer, parse_thread({folder + "question.md", Kind::community, thread.id, thread.lang, ""}, files,
                               site, resolver()));
      ++documents;
    }
    if (!extra_title.empty()) {
      const std::string text = "---\ntitle: " + extra_title + "\n---\nNew text.\n";
      article({"extra", "en", "setup", text.c_str()});
    }
    writer.finish();
  }
  merge_shards({shard}, site, dir);
  write_short_addresses(dir, ShortAddresses(settle_short_addresses(short_addresses, gone)));
  write_incidents(dir, incidents);
  write_file(dir + "/files/img/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
  write_file(dir + "/files/docs/note.html", "<script>alert(1)</script>");
  write_file(dir + "/files/docs/manual.pdf", manual_bytes());
  write_file(dir + "/files/docs/list.txt", std::string(2'000, 'l'));
  seal_generation(dir, documents);
  publish_generation(index_dir, dir);
  return dir;
}

std::string manual_bytes() {
  std::string bytes;
  for (int i = 0; bytes.size() < 300'000; ++i) bytes += std::to_string(i) + "\n";
  bytes.resize(300'000);
  return bytes;
}

std::string web_dir() { return std::string(SIGNPOST_SOURCE_DIR) + "/web"; }

TestApp::TestApp(AppOptions options)
    : log_(LogLevel::info, log_text_), web_(std::make_shared<const WebFiles>(web_dir())) {
  // One index for all tests of a program: making it takes longer than most of them.
  static const TemporaryDirectory index;
  static const std::string generation_dir = publish_test_generation(index.path() + "/index");
  generation_dir_ = generation_dir;
  generation_ = open(generation_dir);
  app_ = std::make_unique<App>(options, log_, [this] { return Serving{web_, generation_}; });
}

std::shared_ptr<const ServedGeneration> TestApp::open(const std::string& generation_dir) {
  return std::make_shared<const ServedGeneration>(generation_dir, web_, OpenGeneration::ReadClicks(),
                                                  &board_);
}

Response TestApp::get(const std::string& target, std::vector<std::pair<std::string, std::string>> headers,
                      const std::string& method) {
  Request request;
  request.method = method;
  EXPECT_TRUE(parse_target(target, request)) << target;
  request.headers = std::move(headers);
  return app_->handle(request);
}

Response TestApp::post(const std::string& target, const std::string& body,
                       std::vector<std::pair<std::string, std::string>> headers) {
  Request request;
  request.method = "POST";
  EXPECT_TRUE(parse_target(target, request)) << target;
  request.headers = std::move(headers);
  request.body = body;
  return app_->handle(request);
}

std::string header_of(const Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace signpost::testing
