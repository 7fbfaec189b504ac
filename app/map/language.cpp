#include "map/language.hpp"

#include <QCoreApplication>

namespace zhengtu::map {

Language::Language(QObject* parent) : QObject{parent}
{
    if (m_translator.load(QStringLiteral(":/i18n/zhengtu-map_zh.qm"))) { QCoreApplication::installTranslator(&m_translator); }
    m_code = QStringLiteral("zh");
}

Language::~Language() { QCoreApplication::removeTranslator(&m_translator); }

void Language::setCode(QString const& code)
{
    auto const wanted = code == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("zh");
    if (wanted == m_code) { return; }
    m_code = wanted;
    if (english()) { QCoreApplication::removeTranslator(&m_translator); }
    else { QCoreApplication::installTranslator(&m_translator); }
    emit changed();
}

} // namespace zhengtu::map
